import { FeelDate, weekday } from './date';
import { FeelDateTime } from './date-time';
import { durationFields, FeelDuration, FeelYearsMonths } from './duration';
import { number } from './number';
import { FeelTime } from './time';
import { FeelContext, FeelRange, type FeelValue } from './value';
import { offsetAtInstant } from './zone';

/** `value.name`, for everything but lists; null when there is no such property. */
export function property(value: FeelValue, name: string): FeelValue {
  if (value instanceof FeelContext) return value.get(name) ?? null;
  if (value instanceof FeelDate) return dateProperty(value, name);
  if (value instanceof FeelDateTime) return dateProperty(value.date, name) ?? timeProperty(value.time, name);
  if (value instanceof FeelTime) return timeProperty(value, name);
  if (value instanceof FeelDuration) return durationProperty(value, name);
  if (value instanceof FeelYearsMonths) return yearsMonthsProperty(value, name);
  return value instanceof FeelRange ? rangeProperty(value, name) : null;
}

function dateProperty(date: FeelDate, name: string): FeelValue {
  switch (name) {
    case 'year':
      return number(date.year);
    case 'month':
      return number(date.month);
    case 'day':
      return number(date.day);
    case 'weekday':
      return number(weekday(date));
    default:
      return null;
  }
}

function timeProperty(time: FeelTime, name: string): FeelValue {
  switch (name) {
    case 'hour':
      return number(time.hour);
    case 'minute':
      return number(time.minute);
    case 'second':
      return number(time.second);
    case 'time offset':
      return time.zone === null ? null : new FeelDuration(BigInt(offsetAtInstant(time.zone, 0)) * 1_000_000_000n);
    case 'timezone':
      return time.zone !== null && 'id' in time.zone ? time.zone.id : null;
    default:
      return null;
  }
}

function durationProperty(duration: FeelDuration, name: string): FeelValue {
  const { days, hours, minutes, seconds } = durationFields(duration);
  const fields = new Map(Object.entries({ days, hours, minutes, seconds }));
  const found = fields.get(name);
  return found === undefined ? null : number(found);
}

function yearsMonthsProperty({ months }: FeelYearsMonths, name: string): FeelValue {
  if (name === 'years') return number(Math.trunc(months / 12));
  return name === 'months' ? number(months % 12) : null;
}

function rangeProperty(range: FeelRange, name: string): FeelValue {
  switch (name) {
    case 'start':
      return range.start;
    case 'end':
      return range.end;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return null;
  }
}
