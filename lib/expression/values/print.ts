import { FeelDate, printDate } from './date';
import { FeelDateTime, printDateTime } from './date-time';
import { FeelDuration, type FeelYearsMonths, printDuration, printYearsMonths } from './duration';
import { type Meter, textSteps } from './meter';
import { isNumber, printNumber } from './number';
import { FeelTime, printTime } from './time';
import { FeelContext, FeelRange, type FeelValue, isList } from './value';

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** FEEL's `string()`: a text as it is, everything else as it would be written in an expression. */
export function printValue(value: FeelValue, meter: Meter): string {
  return typeof value === 'string' ? value : nested(value, meter);
}

function nested(value: FeelValue, meter: Meter): string {
  if (value === null) return 'null';
  if (typeof value === 'string') {
    meter.work(textSteps(value));
    return quote(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return printNumber(value);
  if (isList(value)) {
    meter.work(value.length);
    return `[${value.map((item) => nested(item, meter)).join(', ')}]`;
  }
  if (value instanceof FeelContext) {
    const keys = value.keys();
    meter.work(keys.length);
    return `{${keys.map((key) => `${NAME.test(key) ? key : quote(key)}: ${nested(value.get(key) ?? null, meter)}`).join(', ')}}`;
  }
  if (value instanceof FeelRange) return printRange(value, meter);
  return printTemporal(value);
}

function printTemporal(value: FeelDate | FeelTime | FeelDateTime | FeelDuration | FeelYearsMonths): string {
  if (value instanceof FeelDate) return printDate(value);
  if (value instanceof FeelDateTime) return printDateTime(value);
  if (value instanceof FeelTime) return printTime(value);
  return value instanceof FeelDuration ? printDuration(value) : printYearsMonths(value);
}

function printRange({ start, end, startIncluded, endIncluded }: FeelRange, meter: Meter): string {
  if (start === null) return `(${endIncluded ? '<=' : '<'} ${nested(end, meter)})`;
  if (end === null) return `(${startIncluded ? '>=' : '>'} ${nested(start, meter)})`;
  return `${startIncluded ? '[' : '('}${nested(start, meter)}..${nested(end, meter)}${endIncluded ? ']' : ')'}`;
}
