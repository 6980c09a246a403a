import { FeelDateTime, epochNanos } from './date-time';
import { FeelTime, utcNanosOfDay } from './time';
import { type Meter, textSteps } from './meter';
import { printValue } from './print';
import { FeelContext, type FeelValue, isList, kindOf } from './value';

/** The same text for equal values and for no others, to find duplicates without comparing each with each. */
export function keyOf(value: FeelValue, meter: Meter): string {
  if (isList(value)) {
    meter.work(value.length);
    return `[${value.map((item) => keyOf(item, meter)).join()}]`;
  }
  if (value instanceof FeelContext) {
    const keys = [...value.keys()].sort();
    meter.work(keys.length);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${keyOf(value.get(key) ?? null, meter)}`).join()}}`;
  }
  if (value instanceof FeelDateTime) return `dateTime:${epochNanos(value, meter.zone)}`;
  if (value instanceof FeelTime) return `time:${utcNanosOfDay(value, meter.zone)}`;
  if (typeof value === 'string') meter.work(textSteps(value));
  return `${kindOf(value)}:${JSON.stringify(printValue(value, meter))}`;
}
