import type { Type } from '../check/type';
import { elementOf } from '../check/type';
import type { Machine } from '../run/machine';
import { compareValues } from '../values/compare';
import { FeelDuration, makeDuration } from '../values/duration';
import { keyOf } from '../values/key';
import { FeelDecimal, finite, type FeelNumber, isNumber, number } from '../values/number';
import type { FeelValue } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { items, rows } from './param';

/** Blanks are skipped, as in a spreadsheet: an empty cell is nobody's mistake. */
const filled = (values: readonly FeelValue[]): readonly FeelValue[] => values.filter((value) => value !== null);

/** Null as soon as one is no number. */
function numbersOf(values: readonly FeelValue[]): readonly FeelNumber[] | null {
  const numbers = filled(values);
  return numbers.every(isNumber) ? numbers : null;
}

const total = (numbers: readonly FeelNumber[]): FeelNumber => numbers.reduce((sum, value) => sum.plus(value), number(0));

function sum(values: readonly FeelValue[]): FeelValue {
  const given = filled(values);
  const [first] = given;
  if (first instanceof FeelDuration) {
    return given.every((value) => value instanceof FeelDuration)
      ? makeDuration(given.reduce((nanos, value) => nanos + value.nanos, 0n))
      : null;
  }
  const numbers = numbersOf(given);
  return numbers === null ? null : finite(total(numbers));
}

/** A statistic of at least one number. */
function statistic(values: readonly FeelValue[], compute: (numbers: readonly FeelNumber[]) => FeelNumber | null): FeelValue {
  const numbers = numbersOf(values);
  if (numbers === null || numbers.length === 0) return null;
  const result = compute(numbers);
  return result === null ? null : finite(result);
}

const mean = (numbers: readonly FeelNumber[]): FeelNumber => total(numbers).div(numbers.length);

function median(numbers: readonly FeelNumber[]): FeelNumber | null {
  const sorted = numbers.toSorted((a, b) => a.comparedTo(b));
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : low.plus(high).div(2);
}

/** Of a sample, hence by n - 1. */
function deviation(numbers: readonly FeelNumber[]): FeelNumber | null {
  if (numbers.length < 2) return null;
  const center = mean(numbers);
  const squares = numbers.map((value) => value.minus(center).pow(2));
  return total(squares)
    .div(numbers.length - 1)
    .sqrt();
}

/** The most frequent numbers, ascending. */
function mode(values: readonly FeelValue[], machine: Machine): FeelValue {
  const numbers = numbersOf(values);
  if (numbers === null) return null;
  const counts = new Map<string, { value: FeelNumber; count: number }>();
  for (const value of numbers) {
    const key = keyOf(value, machine);
    const entry = counts.get(key) ?? { value, count: 0 };
    counts.set(key, { value: entry.value, count: entry.count + 1 });
  }
  const most = [...counts.values()].reduce((largest, { count }) => Math.max(largest, count), 0);
  return [...counts.values()]
    .filter(({ count }) => count === most)
    .map(({ value }) => value)
    .toSorted((a, b) => a.comparedTo(b));
}

function extreme(values: readonly FeelValue[], sign: 1 | -1, machine: Machine): FeelValue {
  let best: FeelValue = null;
  for (const value of filled(values)) {
    const order = best === null ? 1 : compareValues(value, best, machine);
    if (order === null) return null;
    if (best === null || order * sign > 0) best = value;
  }
  return best !== null && compareValues(best, best, machine) === null ? null : best;
}

/** False beats null beats true; `any` the other way round. */
function combine(values: readonly FeelValue[], decisive: boolean): FeelValue {
  if (values.includes(decisive)) return decisive;
  return values.every((value) => typeof value === 'boolean') ? !decisive : null;
}

const elementType = (args: readonly Type[]): Type => elementOf(args[0] ?? 'any') ?? args[0] ?? 'any';

const ofNumbers = (name: string, aliases: readonly string[], compute: (numbers: readonly FeelNumber[]) => FeelNumber | null): Builtin =>
  builtin(
    'list',
    name,
    aliases,
    signature([items('list', 'number')], 'number', ([values]) => statistic(values, compute)),
  );

export const aggregateBuiltins: readonly Builtin[] = [
  builtin(
    'list',
    'sum',
    ['合计', '求和'],
    signature([items('list', 'number')], 'number', ([values]) => sum(values)),
    signature([items('list', 'duration')], 'duration', ([values]) => sum(values)),
  ),
  builtin(
    'list',
    'count',
    ['计数'],
    signature([rows(items('list'))], 'number', ([values]) => number(values.length)),
  ),
  builtin(
    'list',
    'count filled',
    ['非空计数'],
    signature([items('list')], 'number', ([values]) => number(filled(values).filter((value) => value !== '').length)),
  ),
  builtin(
    'list',
    'min',
    ['最小值'],
    signature([items('list')], elementType, ([values], machine) => extreme(values, -1, machine)),
  ),
  builtin(
    'list',
    'max',
    ['最大值'],
    signature([items('list')], elementType, ([values], machine) => extreme(values, 1, machine)),
  ),
  ofNumbers('mean', ['平均值'], mean),
  ofNumbers('median', ['中位数'], median),
  ofNumbers('stddev', ['标准差'], deviation),
  ofNumbers('product', ['乘积'], (numbers) => numbers.reduce((result, value) => result.times(value), new FeelDecimal(1))),
  builtin(
    'list',
    'mode',
    ['众数'],
    signature([items('list', 'number')], { list: 'number' }, ([values], machine) => mode(values, machine)),
  ),
  builtin(
    'list',
    'all',
    ['全部为真'],
    signature([items('list', 'boolean')], 'boolean', ([values]) => combine(values, false)),
  ),
  builtin(
    'list',
    'any',
    ['任一为真'],
    signature([items('list', 'boolean')], 'boolean', ([values]) => combine(values, true)),
  ),
];
