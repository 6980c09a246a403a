import { type Reader, dayOf, daysBetween, formatDate } from './date';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const words = {
  zh: {
    now: '刚刚',
    minutes: (n: number) => `${n} 分钟前`,
    hours: (n: number) => `${n} 小时前`,
    today: '今天',
    yesterday: '昨天',
    tomorrow: '明天',
  },
  en: {
    now: 'just now',
    minutes: (n: number) => `${n} min ago`,
    hours: (n: number) => `${n} h ago`,
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
  },
};

/** How a person would say when it was: "35 min ago", "today 09:12", "yesterday 17:30", "20 Nov", "3 Mar 2025". */
export function relativeTime(value: string | Date, now: Date, reader: Reader): string {
  const moment = new Date(value);
  const word = words[reader.locale];
  const age = now.getTime() - moment.getTime();
  if (Math.abs(age) < MINUTE) return word.now;
  if (age > 0 && age < HOUR) return word.minutes(Math.floor(age / MINUTE));
  const days = daysBetween(now, moment, reader.timeZone);
  if (age > 0 && age < 6 * HOUR && days === 0) return word.hours(Math.floor(age / HOUR));
  const near = { '-1': word.yesterday, '0': word.today, '1': word.tomorrow }[String(days)];
  if (near) return `${near} ${formatDate(moment, 'time', reader)}`;
  const sameYear = dayOf(now, reader.timeZone).slice(0, 4) === dayOf(moment, reader.timeZone).slice(0, 4);
  return formatDate(moment, sameYear ? 'day' : 'dayYear', reader);
}

export type DurationUnit = 'minutes' | 'hours' | 'days';

/** A span in its largest whole unit, for the messages `common.duration.*`. */
export function durationParts(milliseconds: number): { unit: DurationUnit; count: number } {
  const span = Math.abs(milliseconds);
  if (span < HOUR) return { unit: 'minutes', count: Math.max(1, Math.floor(span / MINUTE)) };
  if (span < 24 * HOUR) return { unit: 'hours', count: Math.floor(span / HOUR) };
  return { unit: 'days', count: Math.floor(span / (24 * HOUR)) };
}

export type DueState = 'late' | 'today' | 'left';

/** Past due, due on the reader's calendar day, or later. */
export function dueState(dueAt: string | Date, now: Date, timeZone: string): DueState {
  if (new Date(dueAt).getTime() < now.getTime()) return 'late';
  return daysBetween(now, dueAt, timeZone) === 0 ? 'today' : 'left';
}
