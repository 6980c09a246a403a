import { type FeelDate, fromEpochDay, parseDate, printDate, toEpochDay } from './date';
import { FeelTime, NANOS_PER_DAY, NANOS_PER_SECOND, nanosOfDay, parseTime, printClock, printTime, timeOfNanos } from './time';
import { offsetAtInstant, offsetAtLocal, printOffset, type Zone } from './zone';

export const UTC: Zone = { offset: 0 };
export const MIDNIGHT = new FeelTime({ hour: 0, minute: 0, second: 0, nano: 0 }, null);

/** A date with a time of day; the zone is the time's. */
export class FeelDateTime {
  readonly date: FeelDate;
  readonly time: FeelTime;

  constructor(date: FeelDate, time: FeelTime) {
    this.date = date;
    this.time = time;
  }
}

const localNanos = ({ date, time }: FeelDateTime): bigint => BigInt(toEpochDay(date)) * NANOS_PER_DAY + nanosOfDay(time);

/** Nanoseconds since 1970 in UTC; a local value is read in `fallback`. */
export function epochNanos(value: FeelDateTime, fallback: Zone): bigint {
  const local = localNanos(value);
  const offset = offsetAtLocal(value.time.zone ?? fallback, Number(local / NANOS_PER_SECOND));
  return local - BigInt(offset) * NANOS_PER_SECOND;
}

function fromLocalNanos(nanos: bigint, zone: Zone | null): FeelDateTime | null {
  const time = timeOfNanos(nanos, zone);
  const date = fromEpochDay(Number((nanos - nanosOfDay(time)) / NANOS_PER_DAY));
  return date === null ? null : new FeelDateTime(date, time);
}

/** What clocks in `zone` show at an instant. */
export function fromEpochNanos(nanos: bigint, zone: Zone): FeelDateTime | null {
  const offset = offsetAtInstant(zone, Number(nanos / NANOS_PER_SECOND));
  return fromLocalNanos(nanos + BigInt(offset) * NANOS_PER_SECOND, zone);
}

/** Exact elapsed time; a zoned value stays in its zone, over changes of the clock. */
export function addNanos(value: FeelDateTime, nanos: bigint): FeelDateTime | null {
  const { zone } = value.time;
  return zone === null ? fromLocalNanos(localNanos(value) + nanos, null) : fromEpochNanos(epochNanos(value, UTC) + nanos, zone);
}

/** The same instant on the clocks of `zone`; a local value is taken to be there already. */
export function inZone(value: FeelDateTime, zone: Zone): FeelDateTime | null {
  return value.time.zone === null ? value : fromEpochNanos(epochNanos(value, UTC), zone);
}

/** A date alone is its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  const time = split < 0 ? MIDNIGHT : parseTime(text.slice(split + 1));
  return date === null || time === null ? null : new FeelDateTime(date, time);
}

export const printDateTime = ({ date, time }: FeelDateTime): string => `${printDate(date)}T${printTime(time)}`;

/** ISO 8601 for the outside: a place becomes the offset it has then. */
export function isoDateTime(value: FeelDateTime): string {
  const { date, time } = value;
  const zone = time.zone === null ? '' : printOffset(offsetAtLocal(time.zone, Number(localNanos(value) / NANOS_PER_SECOND)));
  return `${printDate(date)}T${printClock(time)}${zone}`;
}
