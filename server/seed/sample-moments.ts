import { dayOf } from '@/lib/format/date';
import { zoneOffset } from '@/lib/zone-offset';

const DAY = 86_400_000;

/** A moment of the past: so many working days before today at this time of the company's clock, or so many minutes ago. */
export type SampleMoment = { workingDaysAgo: number; time: string } | { minutesAgo: number };

export function momentOf(moment: SampleMoment, now: Date, timeZone: string): Date {
  if ('minutesAgo' in moment) return new Date(now.getTime() - moment.minutesAgo * 60_000);
  const utc = Date.parse(`${workingDay(now, moment.workingDaysAgo, timeZone)}T${moment.time}:00Z`);
  return new Date(utc - zoneOffset(timeZone, utc));
}

/** YYYY-MM-DD, so many days after a moment. */
export function dayAfter(moment: Date, days: number, timeZone: string): string {
  return dayOf(new Date(moment.getTime() + days * DAY), timeZone);
}

// helpers //////////////////////

function workingDay(now: Date, ago: number, timeZone: string): string {
  let day = Date.parse(`${dayOf(now, timeZone)}T00:00:00Z`);
  for (let left = ago; left > 0; ) {
    day -= DAY;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}
