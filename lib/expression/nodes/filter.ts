import type { EmitNode, Typed } from '../check/emitter';
import { elementScope } from '../check/scope';
import { elementOf, fits, type Type, typeName } from '../check/type';
import type { Machine } from '../run/machine';
import { isNumber, toInteger } from '../values/number';
import { type FeelValue, isList } from '../values/value';

/** `list[condition]` keeps what meets it, `list[2]` takes one element, `list[-1]` the last. */
export const emitFilter: EmitNode<'filter'> = (node, scope, emitter) => {
  const source = emitter.look(node.source, scope);
  const slot = emitter.slot();
  const before = emitter.emitted();
  const condition = emitter.emit(node.condition, elementScope(scope, source, slot));
  const size = emitter.emitted() - before;
  if (!fits(condition.type, 'boolean') && !fits(condition.type, 'number')) {
    return emitter.refuse('EXPR_TYPE', condition.span, { expected: 'boolean', actual: typeName(condition.type) });
  }
  const run = (machine: Machine): FeelValue => filter(asList(source.run(machine)), { condition, slot, size }, machine);
  return { span: { from: node.from, to: node.to }, type: resultType(source.type, condition.type), run, origin: source.origin };
};

/** FEEL's filters see a single value as a list of one, and null as an empty one. */
const asList = (value: FeelValue): readonly FeelValue[] => (isList(value) ? value : value === null ? [] : [value]);

function resultType(source: Type, condition: Type): Type {
  const element = elementOf(source) ?? source;
  if (condition === 'number') return element;
  return condition === 'boolean' ? { list: element } : 'any';
}

type Sieve = { condition: Typed; slot: number; size: number };

/** Whether a condition of unknown type is an index shows at the first element. */
function filter(list: readonly FeelValue[], { condition, slot, size }: Sieve, machine: Machine): FeelValue {
  const test = (element: FeelValue): FeelValue => {
    machine.at = condition.span;
    machine.spend(1);
    machine.work(size);
    machine.slots[slot] = element;
    return condition.run(machine);
  };
  if (condition.type !== 'boolean') {
    const first = test(list[0] ?? null);
    if (isNumber(first)) return elementAt(list, toInteger(first));
    if (condition.type === 'number') return null;
  }
  return list.filter((element) => test(element) === true);
}

function elementAt(list: readonly FeelValue[], position: number | null): FeelValue {
  if (position === null || position === 0) return null;
  return list[position > 0 ? position - 1 : list.length + position] ?? null;
}
