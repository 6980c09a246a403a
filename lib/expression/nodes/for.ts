import type { EmitNode } from '../check/emitter';
import { slotBinding, withNames } from '../check/scope';
import { typed } from '../check/typed';
import type { FeelValue } from '../values/value';
import { emitIterators } from './iterators';

/** `for … return`: the list of the results; `partial` holds those made so far. */
export const emitFor: EmitNode<'for'> = (node, scope, emitter) => {
  const loops = emitIterators(node.iterators, scope, emitter);
  const slot = emitter.slot();
  const partial = slotBinding(slot, { list: 'any' }, null);
  const before = emitter.emitted();
  const body = emitter.emit(node.body, withNames(loops.scope, new Map([['partial', partial]])));
  const size = emitter.emitted() - before;
  loops.finish();
  return typed(node, { list: body.type }, (machine) => {
    const results: FeelValue[] = [];
    const present = loops.each(machine, size, () => {
      if (partial.used) {
        // a copy: what a round has seen must not grow behind its back, nor come to contain itself
        machine.work(results.length >> 2);
        machine.slots[slot] = results.slice();
      }
      results.push(body.run(machine));
      return false;
    });
    return present ? results : null;
  });
};
