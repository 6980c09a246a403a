import { arithmeticType } from '../check/arithmetic-types';
import type { EmitNode } from '../check/emitter';
import { fits, typeName } from '../check/type';
import { typed } from '../check/typed';
import { calculate, negate } from '../values/arithmetic';
import { isNumber } from '../values/number';

/** What a power costs beside one addition: up to 34 exact digits of a logarithm. */
const POWER_STEPS = 500;

export const emitArithmetic: EmitNode<'arithmetic'> = (node, scope, emitter) => {
  const { operator } = node;
  const left = emitter.emit(node.left, scope);
  const right = emitter.emit(node.right, scope);
  const type = arithmeticType(operator, left.type, right.type);
  if (type === null) {
    return emitter.refuse('EXPR_TYPE_PAIR', node, { operator, left: typeName(left.type), right: typeName(right.type) });
  }
  return typed(node, type, (machine) => {
    const a = left.run(machine);
    const b = right.run(machine);
    if (operator === '**') machine.work(POWER_STEPS);
    const value = calculate(operator, a, b, machine);
    return typeof value === 'string' ? machine.text(value) : value;
  });
};

export const emitNegate: EmitNode<'negate'> = (node, scope, emitter) => {
  const operand = emitter.emit(node.operand, scope);
  const { type } = operand;
  if (!fits(type, 'number') && !fits(type, 'duration') && !fits(type, 'yearsMonths')) {
    return emitter.refuse('EXPR_TYPE', operand.span, { expected: 'number', actual: typeName(type) });
  }
  const literal = operand.literal !== undefined && isNumber(operand.literal) ? { literal: negate(operand.literal) } : {};
  return { ...typed(node, type === 'null' ? 'any' : type, (machine) => negate(operand.run(machine))), ...literal };
};
