import { instantIn } from '@/forms/fields/zoned';
import { dayOf } from '@/lib/format/date';

const DAY = 86_400_000;

/** When the reader's calendar day and week (Monday to Sunday) end, as instants. */
export function dayBounds(now: Date, timeZone: string): { now: string; dayEnd: string; weekEnd: string } {
  const today = dayOf(now, timeZone);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return {
    now: now.toISOString(),
    dayEnd: instantIn(shift(today, 1), '00:00', timeZone),
    weekEnd: instantIn(shift(today, 7 - weekday), '00:00', timeZone),
  };
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
