import { comparable, ordered } from '../check/comparable';
import type { EmitNode } from '../check/emitter';
import { typeName } from '../check/type';
import { typed } from '../check/typed';
import type { CompareOperator } from '../syntax/ast';
import { compareValues } from '../values/compare';
import { equalValues } from '../values/equal';
import type { Meter } from '../values/meter';
import type { FeelValue } from '../values/value';

export const emitCompare: EmitNode<'compare'> = (node, scope, emitter) => {
  const { operator } = node;
  const left = emitter.emit(node.left, scope);
  const right = emitter.emit(node.right, scope);
  const possible = operator === '=' || operator === '!=' ? comparable(left.type, right.type) : ordered(left.type, right.type);
  if (!possible) return emitter.refuse('EXPR_TYPE_PAIR', node, { operator, left: typeName(left.type), right: typeName(right.type) });
  return typed(node, 'boolean', (machine) => compare(operator, left.run(machine), right.run(machine), machine));
};

export const emitBetween: EmitNode<'between'> = (node, scope, emitter) => {
  const value = emitter.emit(node.value, scope);
  const low = emitter.emit(node.low, scope);
  const high = emitter.emit(node.high, scope);
  for (const end of [low, high]) {
    if (!ordered(value.type, end.type)) {
      return emitter.refuse('EXPR_TYPE_PAIR', end.span, { operator: 'between', left: typeName(value.type), right: typeName(end.type) });
    }
  }
  return typed(node, 'boolean', (machine) => {
    const middle = value.run(machine);
    const above = compare('>=', middle, low.run(machine), machine);
    const below = compare('<=', middle, high.run(machine), machine);
    if (above === false || below === false) return false;
    return above === null || below === null ? null : true;
  });
};

/** Null when the two cannot be compared, or are not both there. */
export function compare(operator: CompareOperator, left: FeelValue, right: FeelValue, meter: Meter): boolean | null {
  if (operator === '=') return equalValues(left, right, meter);
  if (operator === '!=') {
    const equal = equalValues(left, right, meter);
    return equal === null ? null : !equal;
  }
  const order = compareValues(left, right, meter);
  if (order === null) return null;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
