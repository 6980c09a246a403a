import type { Json } from '@/lib/json';
import { FeelDate, printDate } from './date';
import { FeelDateTime, isoDateTime } from './date-time';
import { FeelDuration, printDuration, FeelYearsMonths, printYearsMonths } from './duration';
import { isNumber, printNumber } from './number';
import { FeelTime, printTime } from './time';
import { FeelContext, type FeelRange, type FeelValue, isList } from './value';

/** Plain data: decimals as strings without an exponent, `YYYY-MM-DD`, times, ISO 8601 date-times and durations. */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value)) return printNumber(value);
  if (isList(value)) return value.map(toJson);
  if (value instanceof FeelContext) {
    // fromEntries defines own properties, so an entry named __proto__ stays an entry
    return Object.fromEntries(value.keys().map((key) => [key, toJson(value.get(key) ?? null)]));
  }
  if (value instanceof FeelDate) return printDate(value);
  if (value instanceof FeelDateTime) return isoDateTime(value);
  if (value instanceof FeelTime) return printTime(value);
  if (value instanceof FeelDuration) return printDuration(value);
  if (value instanceof FeelYearsMonths) return printYearsMonths(value);
  return rangeToJson(value);
}

const rangeToJson = ({ start, end, startIncluded, endIncluded }: FeelRange): Json => ({
  start: toJson(start),
  end: toJson(end),
  startIncluded,
  endIncluded,
});
