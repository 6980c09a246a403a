import type { Locale } from '../json';
import { Lru } from '../lru';

/** Whose eyes read a time: language and zone. */
export type Reader = { locale: Locale; timeZone: string };

export type DateStyle = 'day' | 'dayYear' | 'dayWeek' | 'time' | 'full' | 'month' | 'weekday';

const OPTIONS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { month: 'short', day: 'numeric' },
  dayYear: { year: 'numeric', month: 'short', day: 'numeric' },
  dayWeek: { month: 'short', day: 'numeric', weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { year: 'numeric', month: 'long' },
  weekday: { weekday: 'short' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment in the reader's zone; a bare `YYYY-MM-DD` is that day everywhere. */
export function formatDate(value: string | Date, style: DateStyle, reader: Reader): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const moment = isDay ? new Date(`${value}T00:00:00Z`) : new Date(value);
  if (Number.isNaN(moment.getTime())) return String(value);
  const text = formatter(style, { locale: reader.locale, timeZone: isDay ? 'UTC' : reader.timeZone }).format(moment);
  // Day and weekday are two words.
  return style === 'dayWeek' ? text.replace('日星期', '日 星期') : text;
}

/** The calendar day of a moment for the reader, as `YYYY-MM-DD`. */
export function dayOf(value: string | Date, timeZone: string): string {
  const moment = new Date(value);
  const quarter = Math.floor(moment.getTime() / QUARTER);
  // Since 1973 every zone's days begin at a quarter of an hour of UTC; a step asks ten times for today.
  if (!(quarter >= FIRST_QUARTER)) return formatDay(moment, timeZone);
  const key = `${timeZone}|${quarter}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = formatDay(moment, timeZone);
  days.set(key, day);
  return day;
}

/** Whole calendar days from one moment to the other, as the reader's wall calendar counts them. */
export function daysBetween(from: string | Date, to: string | Date, timeZone: string): number {
  return Math.round((Date.parse(dayOf(to, timeZone)) - Date.parse(dayOf(from, timeZone))) / 86_400_000);
}

const QUARTER = 15 * 60_000;
const FIRST_QUARTER = Date.UTC(1973, 0) / QUARTER;
const days = new Lru<string>(500);

function formatDay(moment: Date, timeZone: string): string {
  return cached(
    `day|${timeZone}`,
    () => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  ).format(moment);
}

function formatter(style: DateStyle, { locale, timeZone }: Reader): Intl.DateTimeFormat {
  return cached(
    `${style}|${locale}|${timeZone}`,
    () => new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { ...OPTIONS[style], timeZone }),
  );
}

function cached(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formatters.get(key);
  if (known) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}
