import type { EmitNode } from '../check/emitter';
import { truth, typed } from '../check/typed';
import { emitIterators } from './iterators';
import { emitCondition } from './logic';

/** `some` is an `or` over all combinations, `every` an `and`. */
export const emitQuantified: EmitNode<'quantified'> = (node, scope, emitter) => {
  const loops = emitIterators(node.iterators, scope, emitter);
  const before = emitter.emitted();
  const body = emitCondition(node.body, loops.scope, emitter);
  const size = emitter.emitted() - before;
  loops.finish();
  const decisive = node.quantifier === 'some';
  return typed(node, 'boolean', (machine) => {
    let decided = false;
    let unknown = false;
    const present = loops.each(machine, size, () => {
      const result = truth(body.run(machine));
      decided = result === decisive;
      unknown ||= result === null;
      return decided;
    });
    if (decided) return decisive;
    return unknown || !present ? null : !decisive;
  });
};
