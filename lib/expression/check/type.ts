import type { FeelType } from '../types';

/** Static types inside the checker: the public ones, and intervals. */
export type Type = Exclude<FeelType, object> | { list: Type } | { context: Readonly<Record<string, Type>> } | { range: Type };

/** Null and unknown fit everything: only what is surely wrong is refused before it runs. */
const isOpen = (type: Type): boolean => type === 'any' || type === 'null';

export const elementOf = (type: Type): Type | null => (typeof type === 'object' && 'list' in type ? type.list : null);
export const fieldsOf = (type: Type): Readonly<Record<string, Type>> | null =>
  typeof type === 'object' && 'context' in type ? type.context : null;
export const endsOf = (type: Type): Type | null => (typeof type === 'object' && 'range' in type ? type.range : null);

/** Whether a value of type `actual` may stand where `expected` is asked for. */
export function fits(actual: Type, expected: Type): boolean {
  if (isOpen(actual) || isOpen(expected) || actual === expected) return true;
  if (typeof actual !== 'object' || typeof expected !== 'object') return false;
  if ('list' in actual) return 'list' in expected && fits(actual.list, expected.list);
  if ('range' in actual) return 'range' in expected && fits(actual.range, expected.range);
  const wanted = fieldsOf(expected);
  if (wanted === null) return false;
  return Object.entries(wanted).every(([name, type]) => Object.hasOwn(actual.context, name) && fits(actual.context[name] ?? 'any', type));
}

/** The type of a value that is one or the other. */
export function join(left: Type, right: Type): Type {
  if (left === right || right === 'null') return left;
  if (left === 'null') return right;
  if (typeof left !== 'object' || typeof right !== 'object') return 'any';
  if ('list' in left && 'list' in right) return { list: join(left.list, right.list) };
  if ('range' in left && 'range' in right) return { range: join(left.range, right.range) };
  if ('context' in left && 'context' in right) return { context: joinFields(left.context, right.context) };
  return 'any';
}

function joinFields(left: Readonly<Record<string, Type>>, right: Readonly<Record<string, Type>>): Record<string, Type> {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const own = (fields: Readonly<Record<string, Type>>, name: string): Type =>
    Object.hasOwn(fields, name) ? (fields[name] ?? 'any') : 'null';
  return Object.fromEntries(names.map((name) => [name, join(own(left, name), own(right, name))]));
}

/** A type in an error: `number`, `list`, `list<number>`. `typeWord` turns it into words. */
export function typeName(type: Type): string {
  if (typeof type !== 'object') return type;
  if ('list' in type) return type.list === 'any' || type.list === 'null' ? 'list' : `list<${typeName(type.list)}>`;
  return 'range' in type ? 'range' : 'context';
}

/** Callers do not know intervals: to them they are anything. */
export function publicType(type: Type): FeelType {
  if (typeof type !== 'object') return type;
  if ('list' in type) return { list: publicType(type.list) };
  if ('range' in type) return 'any';
  return { context: Object.fromEntries(Object.entries(type.context).map(([name, field]) => [name, publicType(field)])) };
}
