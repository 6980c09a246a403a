import { FeelContext } from '../values/value';
import type { Binding, Scope, Typed } from './emitter';
import { elementOf, fieldsOf, type Type } from './type';

/** The inputs. */
export function inputScope(types: Readonly<Record<string, Type>>): Scope {
  return {
    find: (name) =>
      Object.hasOwn(types, name)
        ? { type: types[name] ?? 'any', run: (machine) => machine.input(name), origin: name, renamable: true, used: false }
        : undefined,
    names: () => Object.keys(types),
  };
}

/** A local variable kept in a slot. */
export function slotBinding(slot: number, type: Type, origin: string | null): Binding {
  return { type, origin, renamable: false, used: false, run: (machine) => machine.slots[slot] ?? null };
}

/** An inner scope with some names of its own; inner names hide outer ones. */
export function withNames(outer: Scope, own: ReadonlyMap<string, Binding>): Scope {
  return { find: (name) => own.get(name) ?? outer.find(name), names: () => [...own.keys(), ...outer.names()] };
}

/** Inside a filter: `item`, and the fields of the element when it is a context. */
export function elementScope(outer: Scope, source: Typed, slot: number): Scope {
  const element = elementOf(source.type) ?? source.type;
  const fields = fieldsOf(element);
  const whole = slotBinding(slot, element, source.origin);
  return {
    names: () => ['item', ...Object.keys(fields ?? {}), ...outer.names()],
    find(name) {
      if (fields !== null && Object.hasOwn(fields, name)) return fieldBinding(slot, name, fields[name] ?? 'any', source.origin);
      if (name === 'item') return whole;
      return element === 'any' ? dynamicBinding(slot, name, outer.find(name)) : outer.find(name);
    },
  };
}

function fieldBinding(slot: number, name: string, type: Type, origin: string | null): Binding {
  return {
    type,
    origin: origin === null ? null : `${origin}.${name}`,
    renamable: origin !== null,
    used: false,
    run(machine) {
      const element = machine.slots[slot];
      return element instanceof FeelContext ? (element.get(name) ?? null) : null;
    },
  };
}

/** Elements of unknown shape: a field when the element turns out to have it, else the outer name. */
function dynamicBinding(slot: number, name: string, outer: Binding | undefined): Binding {
  return {
    type: 'any',
    origin: outer?.origin ?? null,
    renamable: outer?.renamable ?? false,
    used: false,
    run(machine) {
      const element = machine.slots[slot];
      const own = element instanceof FeelContext ? element.get(name) : undefined;
      return own ?? outer?.run(machine) ?? null;
    },
  };
}
