import type { ArithmeticOperator } from '../syntax/ast';
import type { Type } from './type';

type Scalar = Exclude<Type, object>;

/** Every combination FEEL computes with; what is not here is a type error. */
const combinations: readonly (readonly [operator: ArithmeticOperator, left: Scalar, right: Scalar, result: Scalar])[] = [
  ['+', 'number', 'number', 'number'],
  ['+', 'string', 'string', 'string'],
  ['+', 'date', 'duration', 'date'],
  ['+', 'date', 'yearsMonths', 'date'],
  ['+', 'dateTime', 'duration', 'dateTime'],
  ['+', 'dateTime', 'yearsMonths', 'dateTime'],
  ['+', 'time', 'duration', 'time'],
  ['+', 'duration', 'date', 'date'],
  ['+', 'yearsMonths', 'date', 'date'],
  ['+', 'duration', 'dateTime', 'dateTime'],
  ['+', 'yearsMonths', 'dateTime', 'dateTime'],
  ['+', 'duration', 'time', 'time'],
  ['+', 'duration', 'duration', 'duration'],
  ['+', 'yearsMonths', 'yearsMonths', 'yearsMonths'],
  ['-', 'number', 'number', 'number'],
  ['-', 'date', 'date', 'duration'],
  ['-', 'date', 'dateTime', 'duration'],
  ['-', 'dateTime', 'date', 'duration'],
  ['-', 'dateTime', 'dateTime', 'duration'],
  ['-', 'time', 'time', 'duration'],
  ['-', 'date', 'duration', 'date'],
  ['-', 'date', 'yearsMonths', 'date'],
  ['-', 'dateTime', 'duration', 'dateTime'],
  ['-', 'dateTime', 'yearsMonths', 'dateTime'],
  ['-', 'time', 'duration', 'time'],
  ['-', 'duration', 'duration', 'duration'],
  ['-', 'yearsMonths', 'yearsMonths', 'yearsMonths'],
  ['*', 'number', 'number', 'number'],
  ['*', 'duration', 'number', 'duration'],
  ['*', 'number', 'duration', 'duration'],
  ['*', 'yearsMonths', 'number', 'yearsMonths'],
  ['*', 'number', 'yearsMonths', 'yearsMonths'],
  ['/', 'number', 'number', 'number'],
  ['/', 'duration', 'number', 'duration'],
  ['/', 'duration', 'duration', 'number'],
  ['/', 'yearsMonths', 'number', 'yearsMonths'],
  ['/', 'yearsMonths', 'yearsMonths', 'number'],
  ['**', 'number', 'number', 'number'],
];

/** The type of the result, or null when the operator never works on these operands. */
export function arithmeticType(operator: ArithmeticOperator, left: Type, right: Type): Type | null {
  const results = new Set<Scalar>();
  for (const [known, a, b, result] of combinations) {
    if (known === operator && matches(left, a) && matches(right, b)) results.add(result);
  }
  const [only] = results;
  if (only === undefined) return null;
  return results.size === 1 ? only : 'any';
}

const matches = (actual: Type, wanted: Scalar): boolean => actual === 'any' || actual === 'null' || actual === wanted;
