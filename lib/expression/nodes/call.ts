import { chooseSignatures, type Given } from '../check/arguments';
import type { EmitNode, Emitter, Scope, Typed } from '../check/emitter';
import { nearest } from '../check/nearest';
import { join, type Type } from '../check/type';
import { typed } from '../check/typed';
import { coerce, costOf } from '../builtins/coerce';
import type { Signature } from '../builtins/define';
import { findBuiltin, functionNames } from '../builtins/registry';
import type { Machine } from '../run/machine';
import type { CallNode } from '../syntax/ast';
import type { FeelValue } from '../values/value';
import { emitHostCall } from './host-call';
import { emitSort } from './sort';

/** The functions that take a function, which is no value otherwise. */
const SORT = new Set(['sort', '排序']);

export const emitCall: EmitNode<'call'> = (node, scope, emitter) => {
  const { name } = node.callee;
  if (SORT.has(name)) return emitSort(node, scope, emitter);
  const builtin = findBuiltin(name);
  if (builtin !== undefined) return emitBuiltin(node, builtin.signatures, scope, emitter);
  if (emitter.host(name) !== undefined) return emitHostCall(node, scope, emitter);
  for (const { value } of node.args) emitter.emit(value, scope);
  return emitter.refuse('EXPR_UNKNOWN_FUNCTION', node.callee, {
    name,
    suggestion: nearest(name, [...functionNames, ...emitter.hostNames()]),
  });
};

function emitBuiltin(node: CallNode, signatures: readonly Signature[], scope: Scope, emitter: Emitter): Typed {
  const rowsOnly = signatures.every(({ params }) => params[0]?.rowsOnly === true);
  const given: Given[] = node.args.map(({ name, value }) => {
    const argument = emitter.look(value, scope);
    emitter.use(argument, rowsOnly ? 'rows' : 'whole');
    return { name, value: argument };
  });
  const choices = chooseSignatures(node, signatures, given, emitter);
  if (choices === null) return typed(node, 'any', () => null);
  const type = choices
    .map(({ type: result }) => result)
    .reduce<Type>((left, right) => (left === right ? left : join(left, right)), choices[0]?.type ?? 'any');
  return typed(node, type, (machine) => {
    const values = given.map(({ value }) => value.run(machine));
    machine.at = node;
    for (const { signature, places } of choices) {
      const args = places.map((place, index) => coerce(signature.params[index], pick(values, place)));
      if (args.includes(undefined)) continue;
      return result(
        signature,
        args.map((argument) => argument?.value),
        machine,
      );
    }
    return null;
  });
}

/** Several places are the items of one list. */
function pick(values: readonly FeelValue[], place: number | readonly number[] | null): FeelValue | undefined {
  if (place === null) return undefined;
  return typeof place === 'number' ? (values[place] ?? null) : place.map((index) => values[index] ?? null);
}

function result(signature: Signature, args: readonly unknown[], machine: Machine): FeelValue {
  machine.work(costOf(args));
  const value = signature.run(args, machine);
  return typeof value === 'string' ? machine.text(value) : value;
}
