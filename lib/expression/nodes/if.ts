import type { EmitNode } from '../check/emitter';
import { join } from '../check/type';
import { typed } from '../check/typed';
import { emitCondition } from './logic';

/** A condition that is unknown is not met. */
export const emitIf: EmitNode<'if'> = (node, scope, emitter) => {
  const condition = emitCondition(node.condition, scope, emitter);
  const met = emitter.emit(node.met, scope);
  const otherwise = emitter.emit(node.otherwise, scope);
  return typed(node, join(met.type, otherwise.type), (machine) =>
    condition.run(machine) === true ? met.run(machine) : otherwise.run(machine),
  );
};
