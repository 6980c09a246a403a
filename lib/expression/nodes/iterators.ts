import type { Binding, Emitter, Scope, Typed } from '../check/emitter';
import { slotBinding, withNames } from '../check/scope';
import { elementOf, endsOf, fits, type Type, typeName } from '../check/type';
import type { Machine } from '../run/machine';
import type { Iterator } from '../syntax/ast';
import { addDays, FeelDate, toEpochDay } from '../values/date';
import { isNumber, number, toInteger } from '../values/number';
import { FeelRange, type FeelValue, isList } from '../values/value';

type Loop = { slot: number; binding: Binding; source: Typed; isRange: boolean; values: (machine: Machine) => Iterable<FeelValue> | null };

export type Loops = {
  scope: Scope;
  /** Runs `visit` for every combination until it answers true; false when a source is not there. */
  each(machine: Machine, size: number, visit: () => boolean): boolean;
  /** Call after the body is compiled: a loop that never looks at its variable still uses its source. */
  finish(): void;
};

export function emitIterators(iterators: readonly Iterator[], scope: Scope, emitter: Emitter): Loops {
  const loops: Loop[] = [];
  let inner = scope;
  for (const iterator of iterators) {
    const source = emitter.look(iterator.source, inner);
    const end = iterator.end === null ? null : emitter.emit(iterator.end, inner);
    const slot = emitter.slot();
    const binding = slotBinding(
      slot,
      end === null ? variableType(source, emitter) : endType(source, end, emitter),
      end === null ? source.origin : null,
    );
    inner = withNames(inner, new Map([[iterator.name.name, binding]]));
    const values =
      end === null
        ? (machine: Machine) => elements(source.run(machine))
        : (machine: Machine) => between(source.run(machine), end.run(machine));
    loops.push({ slot, binding, source, isRange: end !== null, values });
  }
  return {
    scope: inner,
    each: (machine, size, visit) => run(loops, { machine, size, visit }) !== 'absent',
    finish() {
      for (const { binding, source, isRange } of loops) {
        if (isRange) emitter.use(source);
        else if (!binding.used) emitter.use(source, 'rows');
      }
    },
  };
}

function variableType(source: Typed, emitter: Emitter): Type {
  const element = elementOf(source.type) ?? endsOf(source.type);
  if (element !== null) return element;
  if (source.type === 'any' || source.type === 'null') return 'any';
  return emitter.refuse('EXPR_TYPE', source.span, { expected: 'list', actual: typeName(source.type) }).type;
}

function endType(start: Typed, end: Typed, emitter: Emitter): Type {
  for (const type of ['number', 'date'] as const)
    if (fits(start.type, type) && fits(end.type, type)) return start.type === 'date' || end.type === 'date' ? 'date' : type;
  return emitter.refuse(
    'EXPR_TYPE_PAIR',
    { from: start.span.from, to: end.span.to },
    { operator: '..', left: typeName(start.type), right: typeName(end.type) },
  ).type;
}

function elements(source: FeelValue): Iterable<FeelValue> | null {
  if (isList(source)) return source;
  if (source instanceof FeelRange) return source.startIncluded && source.endIncluded ? between(source.start, source.end) : null;
  return source === null ? null : [source];
}

/** `from..to`, downwards when `to` is smaller. Nothing is built in advance: the budget ends a range that is too long. */
function between(from: FeelValue, to: FeelValue): Iterable<FeelValue> | null {
  if (isNumber(from) && isNumber(to)) {
    const [first, last] = [toInteger(from), toInteger(to)];
    return first === null || last === null ? null : count(first, last, number);
  }
  if (from instanceof FeelDate && to instanceof FeelDate) {
    const base = toEpochDay(from);
    return count(0, toEpochDay(to) - base, (days) => addDays(from, days));
  }
  return null;
}

function* count(first: number, last: number, make: (value: number) => FeelValue): Iterable<FeelValue> {
  const step = first <= last ? 1 : -1;
  for (let value = first; step > 0 ? value <= last : value >= last; value += step) yield make(value);
}

type Outcome = 'done' | 'stopped' | 'absent';

type Round = { machine: Machine; size: number; visit: () => boolean };

function run([loop, ...inner]: readonly Loop[], round: Round): Outcome {
  const { machine, size, visit } = round;
  if (loop === undefined) return visit() ? 'stopped' : 'done';
  const values = loop.values(machine);
  if (values === null) return 'absent';
  for (const value of values) {
    machine.at = loop.source.span;
    machine.spend(1);
    machine.work(size);
    machine.slots[loop.slot] = value;
    const outcome = run(inner, round);
    if (outcome !== 'done') return outcome;
  }
  return 'done';
}
