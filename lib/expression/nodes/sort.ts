import type { EmitNode, Emitter, Scope, Typed } from '../check/emitter';
import { slotBinding, withNames } from '../check/scope';
import { elementOf, fits, typeName } from '../check/type';
import { typed } from '../check/typed';
import type { Machine } from '../run/machine';
import type { CallNode, LambdaNode, Node } from '../syntax/ast';
import { compareValues } from '../values/compare';
import { type FeelValue, isList } from '../values/value';
import { emitCondition } from './logic';

type Order = (a: FeelValue, b: FeelValue, machine: Machine) => number;

/** `sort(list)`, ascending, or `sort(list, function(a, b) a.x < b.x)`. */
export const emitSort: EmitNode<'call'> = (node, scope, emitter) => {
  const [source, order] = argumentsOf(node);
  if (source === undefined || node.args.length > 2) {
    return emitter.refuse('EXPR_ARGUMENT_COUNT', node, { function: node.callee.name, min: 1, max: 2, actual: node.args.length });
  }
  const list = emitter.look(source, scope);
  if (!fits(list.type, { list: 'any' })) {
    return emitter.refuse('EXPR_ARGUMENT_TYPE', list.span, {
      function: node.callee.name,
      parameter: 'list',
      expected: 'list',
      actual: typeName(list.type),
    });
  }
  if (order !== undefined && (order.kind !== 'lambda' || order.parameters.length !== 2)) {
    return emitter.refuse('EXPR_ARGUMENT_TYPE', order, {
      function: node.callee.name,
      parameter: 'precedes',
      expected: 'function',
      actual: 'any',
    });
  }
  const compare = order === undefined ? natural : emitOrder(order, list, scope, emitter);
  const run = (machine: Machine): FeelValue => {
    const values = list.run(machine);
    machine.at = node;
    return isList(values) ? sorted(values, compare, machine) : null;
  };
  return { ...typed(node, list.type === 'null' ? 'any' : list.type, run), origin: list.origin };
};

function argumentsOf(node: CallNode): [Node | undefined, Node | undefined] {
  const byName = (name: string): Node | undefined => node.args.find((argument) => argument.name?.name === name)?.value;
  if (node.args.some((argument) => argument.name !== null)) return [byName('list'), byName('precedes')];
  return [node.args[0]?.value, node.args[1]?.value];
}

class Unordered extends Error {}

const natural: Order = (a, b, machine) => {
  const order = compareValues(a, b, machine);
  if (order === null) throw new Unordered();
  return order;
};

function emitOrder(lambda: LambdaNode, list: Typed, scope: Scope, emitter: Emitter): Order {
  const element = elementOf(list.type) ?? 'any';
  const slots = [emitter.slot(), emitter.slot()] as const;
  const names = lambda.parameters.map(({ name }, index) => [name, slotBinding(slots[index === 0 ? 0 : 1], element, list.origin)] as const);
  const before = emitter.emitted();
  const body = emitCondition(lambda.body, withNames(scope, new Map(names)), emitter);
  const size = emitter.emitted() - before;
  const precedes = (a: FeelValue, b: FeelValue, machine: Machine): boolean => {
    machine.spend(1);
    machine.work(size);
    machine.slots[slots[0]] = a;
    machine.slots[slots[1]] = b;
    return body.run(machine) === true;
  };
  return (a, b, machine) => (precedes(a, b, machine) ? -1 : precedes(b, a, machine) ? 1 : 0);
}

function sorted(values: readonly FeelValue[], order: Order, machine: Machine): FeelValue {
  try {
    return values.toSorted((a, b) => {
      machine.work(1);
      return order(a, b, machine);
    });
  } catch (error) {
    if (error instanceof Unordered) return null;
    throw error;
  }
}
