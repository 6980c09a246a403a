import { FeelDate, toEpochDay } from './date';
import { epochNanos, FeelDateTime } from './date-time';
import { FeelDuration, FeelYearsMonths } from './duration';
import { type Meter, textSteps } from './meter';
import { isNumber } from './number';
import { FeelTime, utcNanosOfDay } from './time';
import type { FeelValue } from './value';

const order = <T extends number | bigint>(left: T, right: T): number => (left < right ? -1 : left > right ? 1 : 0);

/** By code points, as FEEL's strings are; JavaScript's `<` goes by UTF-16 units. */
function compareText(left: string, right: string, meter: Meter): number {
  meter.work(textSteps(left));
  let index = 0;
  while (index < left.length && index < right.length) {
    const a = left.codePointAt(index) ?? 0;
    const b = right.codePointAt(index) ?? 0;
    if (a !== b) return a - b;
    index += a > 0xffff ? 2 : 1;
  }
  return left.length - right.length;
}

/** Negative, zero or positive; null for values that have no order between them, null itself included. */
export function compareValues(left: FeelValue, right: FeelValue, meter: Meter): number | null {
  if (isNumber(left)) return isNumber(right) ? left.comparedTo(right) : null;
  if (typeof left === 'string') return typeof right === 'string' ? compareText(left, right, meter) : null;
  if (left instanceof FeelDate) return right instanceof FeelDate ? order(toEpochDay(left), toEpochDay(right)) : null;
  if (left instanceof FeelDateTime) {
    return right instanceof FeelDateTime ? order(epochNanos(left, meter.zone), epochNanos(right, meter.zone)) : null;
  }
  if (left instanceof FeelTime) {
    return right instanceof FeelTime ? order(utcNanosOfDay(left, meter.zone), utcNanosOfDay(right, meter.zone)) : null;
  }
  if (left instanceof FeelDuration) return right instanceof FeelDuration ? order(left.nanos, right.nanos) : null;
  if (left instanceof FeelYearsMonths) return right instanceof FeelYearsMonths ? order(left.months, right.months) : null;
  return null;
}
