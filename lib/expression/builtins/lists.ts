import { elementOf, join, type Type } from '../check/type';
import type { Machine } from '../run/machine';
import { equalValues } from '../values/equal';
import { keyOf } from '../values/key';
import { number } from '../values/number';
import { type FeelValue, isList } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { integer, items, list, nullable, optional, rows, value } from './param';

/** From 1, or from -1 at the end; null outside. */
function indexOf(position: number, length: number): number | null {
  const index = position > 0 ? position - 1 : length + position;
  return position === 0 || index < 0 || index >= length ? null : index;
}

function sublist(values: readonly FeelValue[], start: number, length: number | undefined): FeelValue {
  const from = indexOf(start, values.length);
  if (from === null || (length !== undefined && (length < 0 || from + length > values.length))) return null;
  return values.slice(from, length === undefined ? undefined : from + length);
}

function remove(values: readonly FeelValue[], position: number): FeelValue {
  const index = indexOf(position, values.length);
  return index === null ? null : values.toSpliced(index, 1);
}

function insertBefore(values: readonly FeelValue[], position: number, item: FeelValue): FeelValue {
  const index = indexOf(position, values.length);
  return index === null ? null : values.toSpliced(index, 0, item);
}

function listReplace(values: readonly FeelValue[], position: number, item: FeelValue): FeelValue {
  const index = indexOf(position, values.length);
  return index === null ? null : values.with(index, item);
}

/** The first of every group of equal values. */
function distinct(values: readonly FeelValue[], machine: Machine): FeelValue[] {
  const seen = new Set<string>();
  return values.filter((item) => {
    const key = keyOf(item, machine);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Every value that occurs more than once, once. */
function duplicates(values: readonly FeelValue[], machine: Machine): FeelValue[] {
  const counts = new Map<string, { item: FeelValue; count: number }>();
  for (const item of values) {
    const key = keyOf(item, machine);
    const known = counts.get(key);
    counts.set(key, { item: known?.item ?? item, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].filter(({ count }) => count > 1).map(({ item }) => item);
}

function flatten(values: readonly FeelValue[], machine: Machine, into: FeelValue[] = []): FeelValue[] {
  machine.work(values.length);
  for (const item of values) {
    if (isList(item)) flatten(item, machine, into);
    else into.push(item);
  }
  return into;
}

/** What is joined is counted before it is joined: a list that doubles in a loop would fill the memory first. */
function asLists(values: readonly FeelValue[], machine: Machine): FeelValue[] {
  machine.work(values.reduce<number>((total, item) => total + (isList(item) ? item.length : 1), 0));
  return values.flatMap((item) => (isList(item) ? [...item] : [item]));
}

const same = (args: readonly Type[]): Type => args[0] ?? 'any';
const deepest = (type: Type): Type => {
  const element = elementOf(type);
  return element === null ? type : deepest(element);
};
const flat = (args: readonly Type[]): Type => ({ list: deepest(args[0] ?? 'any') });
const withItem =
  (index: number) =>
  (args: readonly Type[]): Type => ({ list: join(elementOf(args[0] ?? 'any') ?? 'any', args[index] ?? 'any') });
/** `concatenate(a, b)` reaches its type as a list of the arguments. */
const united = (args: readonly Type[]): Type => {
  const element = elementOf(args[0] ?? 'any') ?? 'any';
  return elementOf(element) === null ? { list: 'any' } : element;
};

export const listBuiltins: readonly Builtin[] = [
  builtin(
    'list',
    'list contains',
    ['列表包含'],
    signature([list('list'), nullable(value('element'))], 'boolean', ([values, element], machine) =>
      values.some((item) => equalValues(item, element, machine) === true),
    ),
  ),
  builtin(
    'list',
    'sublist',
    ['截取列表'],
    signature([list('list'), integer('start position'), optional(integer('length'))], same, ([values, start, length]) =>
      sublist(values, start, length),
    ),
  ),
  builtin(
    'list',
    'append',
    ['追加'],
    signature([list('list'), nullable(value('item'))], withItem(1), ([values, item]) => [...values, item]),
  ),
  builtin(
    'list',
    'concatenate',
    ['连接列表'],
    signature([items('lists')], united, ([values], machine) => asLists(values, machine)),
  ),
  builtin(
    'list',
    'union',
    ['并集'],
    signature([items('lists')], united, ([values], machine) => distinct(asLists(values, machine), machine)),
  ),
  builtin(
    'list',
    'insert before',
    [],
    signature([list('list'), integer('position'), nullable(value('newItem'))], withItem(2), ([values, position, item]) =>
      insertBefore(values, position, item),
    ),
  ),
  builtin(
    'list',
    'remove',
    [],
    signature([list('list'), integer('position')], same, ([values, position]) => remove(values, position)),
  ),
  builtin(
    'list',
    'list replace',
    [],
    signature([list('list'), integer('position'), nullable(value('newItem'))], withItem(2), ([values, position, item]) =>
      listReplace(values, position, item),
    ),
  ),
  builtin(
    'list',
    'reverse',
    ['倒序'],
    signature([list('list')], same, ([values]) => values.toReversed()),
  ),
  builtin(
    'list',
    'index of',
    [],
    signature([list('list'), nullable(value('match'))], { list: 'number' }, ([values, match], machine) =>
      values.flatMap((item, index) => (equalValues(item, match, machine) === true ? [number(index + 1)] : [])),
    ),
  ),
  builtin(
    'list',
    'distinct values',
    ['去重'],
    signature([list('list')], same, ([values], machine) => distinct(values, machine)),
  ),
  builtin(
    'list',
    'duplicate values',
    ['重复值'],
    signature([list('list')], same, ([values], machine) => duplicates(values, machine)),
  ),
  builtin(
    'list',
    'flatten',
    [],
    signature([list('list')], flat, ([values], machine) => flatten(values, machine)),
  ),
  builtin(
    'list',
    'is empty',
    [],
    signature([rows(nullable(list('list')))], 'boolean', ([values]) => (values ?? []).length === 0),
  ),
];
