export const MAX_YEAR = 999_999_999;

/** A day of the proleptic Gregorian calendar; it has no time zone, so it never shifts. */
export class FeelDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Null when there is no such day. */
export function makeDate(year: number, month: number, day: number): FeelDate | null {
  const inRange = Math.abs(year) <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1;
  return inRange && day <= daysInMonth(year, month) ? new FeelDate(year, month, day) : null;
}

/** Days since 1970-01-01 (Howard Hinnant's algorithm: years start in March, eras have 400 years). */
export function toEpochDay({ year, month, day }: FeelDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Null outside the years FEEL knows. */
export function fromEpochDay(epochDay: number): FeelDate | null {
  const days = epochDay + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return makeDate(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

/** The same day of a later or earlier month, or its last day when it is shorter. */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return makeDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}

export function addDays(date: FeelDate, days: number): FeelDate | null {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Monday is 1, Sunday 7. */
export function weekday(date: FeelDate): number {
  const index = (toEpochDay(date) + 3) % 7;
  return (index < 0 ? index + 7 : index) + 1;
}

export function dayOfYear(date: FeelDate): number {
  return toEpochDay(date) - toEpochDay(new FeelDate(date.year, 1, 1)) + 1;
}

/** ISO 8601 week: the week that holds the year's first Thursday is week 1. */
export function weekOfYear(date: FeelDate): number {
  const thursday = addDays(date, 4 - weekday(date)) ?? date;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}

const PATTERN = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/;

export function parseDate(text: string): FeelDate | null {
  const match = PATTERN.exec(text);
  return match === null ? null : makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function printDate({ year, month, day }: FeelDate): string {
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
