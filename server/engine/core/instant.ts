import type { Instant } from './state';

/*
 * Arithmetic on ISO 8601 UTC instants without a clock: days are counted from 1970-01-01 by H. Hinnant's civil-calendar
 * algorithm (https://howardhinnant.github.io/date_algorithms.html), exact for every year of the proleptic calendar.
 */

const DAY = 86_400_000;
const instantShape = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const durationShape = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** How far the wall clocks of a place are ahead of UTC, in milliseconds. */
export type Clock = { atInstant(millis: number): number; atLocal(millis: number): number };

/**
 * Years and months move by the calendar that hangs on the wall (31 January + P1M = the last of February), everything
 * shorter is exact time.
 */
export function addDuration(instant: Instant, duration: string, { sign = 1, clock = utc }: { sign?: 1 | -1; clock?: Clock } = {}): Instant {
  const match = durationShape.exec(duration);
  if (!match) throw new Error(`not a duration: ${duration}`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const moved = addMonths(toMillis(instant), sign * (years * 12 + months), clock);
  return fromMillis(moved + sign * ((weeks * 7 + days) * DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000));
}

/** Milliseconds since 1970; a text without an offset is what the wall clock shows. */
export function toMillis(instant: Instant, clock: Clock = utc): number {
  const match = instantShape.exec(instant);
  if (!match) throw new Error(`not an instant: ${instant}`);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millis = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000 + 1e-6);
  const local = daysFromCivil(year, month, day) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + millis;
  return local - (match[8] === undefined ? clock.atLocal(local) : offsetMillis(match[8]));
}

export function fromMillis(millis: number): Instant {
  const days = Math.floor(millis / DAY);
  const { year, month, day } = civilFromDays(days);
  const rest = millis - days * DAY;
  const time = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60]
    .map((part) => pad(part, 2))
    .join(':');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${time}.${pad(rest % 1000, 3)}Z`;
}

/** The same moment in the one spelling that compares as text. */
export function normalInstant(instant: string, clock: Clock = utc): Instant {
  return fromMillis(toMillis(instant, clock));
}

// helpers //////////////////////

const utc: Clock = { atInstant: () => 0, atLocal: () => 0 };

function addMonths(instant: number, months: number, clock: Clock): number {
  if (months === 0) return instant;
  const millis = instant + clock.atInstant(instant);
  const days = Math.floor(millis / DAY);
  const { year, month, day } = civilFromDays(days);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const lastDay =
    daysFromCivil(newMonth === 12 ? newYear + 1 : newYear, newMonth === 12 ? 1 : newMonth + 1, 1) - daysFromCivil(newYear, newMonth, 1);
  const moved = daysFromCivil(newYear, newMonth, Math.min(day, lastDay)) * DAY + (millis - days * DAY);
  return moved - clock.atLocal(moved);
}

function offsetMillis(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
