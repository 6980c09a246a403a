import type { Binding, EmitNode } from '../check/emitter';
import { slotBinding, withNames } from '../check/scope';
import { join, type Type, typeName } from '../check/type';
import { typed } from '../check/typed';
import { ordered } from '../check/comparable';
import { FeelRange, type FeelValue, MapContext } from '../values/value';

export const emitList: EmitNode<'list'> = (node, scope, emitter) => {
  const items = node.items.map((item) => emitter.emit(item, scope));
  const element = items.reduce<Type | null>((type, item) => (type === null ? item.type : join(type, item.type)), null);
  return typed(node, { list: element ?? 'any' }, (machine) => items.map((item) => item.run(machine)));
};

/** Entries may use the ones before them. */
export const emitContext: EmitNode<'context'> = (node, scope, emitter) => {
  const own = new Map<string, Binding>();
  const inner = withNames(scope, own);
  const entries = node.entries.map(({ key, value }) => {
    if (own.has(key.name)) emitter.refuse('EXPR_SYNTAX', key, { token: key.name });
    const entry = emitter.emit(value, inner);
    const slot = emitter.slot();
    own.set(key.name, slotBinding(slot, entry.type, null));
    return { name: key.name, slot, entry };
  });
  const fields = Object.fromEntries(entries.map(({ name, entry }) => [name, entry.type]));
  return typed(node, { context: fields }, (machine) => {
    const values = new Map<string, FeelValue>();
    for (const { name, slot, entry } of entries) {
      const value = entry.run(machine);
      machine.slots[slot] = value;
      values.set(name, value);
    }
    return new MapContext(values);
  });
};

/** An interval as a value; a side left out is open. */
export const emitRange: EmitNode<'range'> = (node, scope, emitter) => {
  const start = node.start === null ? null : emitter.emit(node.start, scope);
  const end = node.end === null ? null : emitter.emit(node.end, scope);
  const [left, right] = [start?.type ?? 'null', end?.type ?? 'null'];
  if (!ordered(left, right))
    return emitter.refuse('EXPR_TYPE_PAIR', node, { operator: '..', left: typeName(left), right: typeName(right) });
  const { startIncluded, endIncluded } = node;
  return typed(node, { range: join(left, right) }, (machine) => {
    const low = start?.run(machine) ?? null;
    const high = end?.run(machine) ?? null;
    const absent = (start !== null && low === null) || (end !== null && high === null);
    return absent ? null : new FeelRange(low, high, startIncluded, endIncluded);
  });
};
