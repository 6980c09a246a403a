import type { EmitNode, Emitter, Scope, Typed } from '../check/emitter';
import { fits, typeName } from '../check/type';
import { truth, typed } from '../check/typed';
import type { Node } from '../syntax/ast';

/** A condition: true, false or unknown. */
export function emitCondition(node: Node, scope: Scope, emitter: Emitter): Typed {
  const condition = emitter.emit(node, scope);
  if (fits(condition.type, 'boolean')) return condition;
  return emitter.refuse('EXPR_TYPE', condition.span, { expected: 'boolean', actual: typeName(condition.type) });
}

/** Three-valued: a side that decides alone decides, whatever the other is. */
export const emitLogic: EmitNode<'logic'> = (node, scope, emitter) => {
  const left = emitCondition(node.left, scope, emitter);
  const right = emitCondition(node.right, scope, emitter);
  const decisive = node.operator === 'or';
  return typed(node, 'boolean', (machine) => {
    const a = truth(left.run(machine));
    if (a === decisive) return decisive;
    const b = truth(right.run(machine));
    if (b === decisive) return decisive;
    return a === null || b === null ? null : !decisive;
  });
};
