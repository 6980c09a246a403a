import { compareValues } from './compare';
import type { Meter } from './meter';
import { FeelContext, FeelRange, type FeelValue, isList } from './value';

/** Three-valued equality: null when the two are of different kinds and neither is null. */
export function equalValues(left: FeelValue, right: FeelValue, meter: Meter): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeof left === 'boolean') return typeof right === 'boolean' ? left === right : null;
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (isList(left)) return isList(right) ? equalLists(left, right, meter) : null;
  if (left instanceof FeelContext) return right instanceof FeelContext ? equalContexts(left, right, meter) : null;
  if (left instanceof FeelRange) return right instanceof FeelRange ? equalRanges(left, right, meter) : null;
  const order = compareValues(left, right, meter);
  return order === null ? null : order === 0;
}

function equalLists(left: readonly FeelValue[], right: readonly FeelValue[], meter: Meter): boolean | null {
  if (left.length !== right.length) return false;
  meter.work(left.length);
  return allTrue(left, (value, index) => equalValues(value, right[index] ?? null, meter));
}

function equalContexts(left: FeelContext, right: FeelContext, meter: Meter): boolean | null {
  const keys = left.keys();
  if (keys.length !== right.keys().length) return false;
  meter.work(keys.length);
  return allTrue(keys, (key) => {
    const other = right.get(key);
    return other === undefined ? false : equalValues(left.get(key) ?? null, other, meter);
  });
}

function equalRanges(left: FeelRange, right: FeelRange, meter: Meter): boolean | null {
  if (left.startIncluded !== right.startIncluded || left.endIncluded !== right.endIncluded) return false;
  return allTrue([equalValues(left.start, right.start, meter), equalValues(left.end, right.end, meter)], (part) => part);
}

/** False beats null beats true. */
function allTrue<T>(items: readonly T[], test: (item: T, index: number) => boolean | null): boolean | null {
  let unknown = false;
  for (const [index, item] of items.entries()) {
    const result = test(item, index);
    if (result === false) return false;
    unknown ||= result === null;
  }
  return unknown ? null : true;
}
