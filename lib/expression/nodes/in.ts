import { comparable } from '../check/comparable';
import type { EmitNode, Emitter, Scope, Typed } from '../check/emitter';
import { slotBinding, withNames } from '../check/scope';
import { elementOf, endsOf, type Type, typeName } from '../check/type';
import { truth, typed } from '../check/typed';
import type { Machine } from '../run/machine';
import type { Node, Span } from '../syntax/ast';
import { equalValues } from '../values/equal';
import { inRange } from '../values/in-range';
import type { Meter } from '../values/meter';
import { FeelRange, type FeelValue, isList } from '../values/value';

/** Whether a value passes one test. */
type Test = (machine: Machine, value: FeelValue) => boolean | null;

/** `value in tests`: whether one of them holds. */
export const emitIn: EmitNode<'in'> = (node, scope, emitter) => {
  const value = emitter.emit(node.value, scope);
  const slot = emitter.slot();
  const tests = emitTests(node.tests, { type: value.type, slot }, scope, emitter);
  return typed(node, 'boolean', (machine) => {
    const tested = value.run(machine);
    machine.slots[slot] = tested;
    return anyTrue(tests, machine, tested);
  });
};

/** A cell of a decision table about the input `?`. */
export const emitUnaryTests: EmitNode<'unaryTests'> = (node, scope, emitter) => {
  const input = scope.find('?');
  const value: Typed = { span: node, type: input?.type ?? 'any', run: input?.run ?? (() => null), origin: input?.origin ?? null };
  emitter.use(value);
  if (node.tests === null) return typed(node, 'boolean', () => true);
  const slot = emitter.slot();
  const tests = emitTests(node.tests, { type: value.type, slot }, scope, emitter);
  return typed(node, 'boolean', (machine) => {
    const tested = value.run(machine);
    machine.slots[slot] = tested;
    const passed = anyTrue(tests, machine, tested);
    return node.negated && passed !== null ? !passed : passed;
  });
};

export const emitEqualTest: EmitNode<'equalTest'> = (node, scope, emitter) => {
  emitter.emit(node.operand, scope);
  return emitter.refuse('EXPR_SYNTAX', node, { token: node.operator });
};

function anyTrue(tests: readonly Test[], machine: Machine, value: FeelValue): boolean | null {
  let unknown = false;
  for (const test of tests) {
    const result = test(machine, value);
    if (result === true) return true;
    unknown ||= result === null;
  }
  return unknown ? null : false;
}

/** The value under test: its type, and where it is kept as `?`. */
type Subject = { type: Type; slot: number };

function emitTests(tests: readonly Node[], { type, slot }: Subject, scope: Scope, emitter: Emitter): Test[] {
  return tests.map((test) => {
    const question = slotBinding(slot, type, null);
    const inner = withNames(scope, new Map([['?', question]]));
    if (test.kind === 'equalTest') {
      const operand = emitter.emit(test.operand, inner);
      checkPair(type, operand.type, operand.span, emitter);
      return (machine, value) => {
        const equal = equalValues(value, operand.run(machine), machine);
        return equal === null || test.operator === '=' ? equal : !equal;
      };
    }
    const operand = emitter.emit(test, inner);
    if (question.used) return (machine) => truth(operand.run(machine));
    checkPair(type, operand.type, operand.span, emitter);
    return (machine, value) => passes(value, operand.run(machine), machine);
  });
}

/** A test is a value to equal, an interval to lie in, or a list of either. */
function checkPair(value: Type, test: Type, span: Span, emitter: Emitter): void {
  const inner = endsOf(test) ?? elementOf(test) ?? test;
  const candidates = [test, inner, endsOf(inner) ?? inner];
  if (candidates.some((candidate) => comparable(value, candidate))) return;
  emitter.refuse('EXPR_TYPE_PAIR', span, { operator: 'in', left: typeName(value), right: typeName(inner) });
}

function passes(value: FeelValue, test: FeelValue, meter: Meter): boolean | null {
  if (test instanceof FeelRange && !(value instanceof FeelRange)) return inRange(value, test, meter);
  if (!isList(test)) return equalValues(value, test, meter);
  meter.work(test.length);
  if (isList(value) && equalValues(value, test, meter) === true) return true;
  let unknown = false;
  for (const element of test) {
    const result =
      element instanceof FeelRange && !(value instanceof FeelRange) ? inRange(value, element, meter) : equalValues(value, element, meter);
    if (result === true) return true;
    unknown ||= result === null;
  }
  return unknown ? null : false;
}
