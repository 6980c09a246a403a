import { compareValues } from './compare';
import type { Meter } from './meter';
import type { FeelRange, FeelValue } from './value';

/** Whether a value lies in an interval; null when it cannot be compared with its ends. */
export function inRange(value: FeelValue, range: FeelRange, meter: Meter): boolean | null {
  if (value === null || (range.start === null && range.end === null)) return null;
  const low = range.start === null ? true : side(compareValues(value, range.start, meter), range.startIncluded);
  const high = range.end === null ? true : side(negate(compareValues(value, range.end, meter)), range.endIncluded);
  if (low === false || high === false) return low === null || high === null ? null : false;
  return low === null || high === null ? null : true;
}

const negate = (order: number | null): number | null => (order === null ? null : -order);

const side = (order: number | null, included: boolean): boolean | null => (order === null ? null : order > 0 || (order === 0 && included));
