import { type FeelDate, toEpochDay, weekday } from './date';

/** Mondays to Fridays from one day to the other, both counted; negative when the days are the other way round. */
export function weekdaysBetween(from: FeelDate, to: FeelDate): number {
  if (toEpochDay(from) > toEpochDay(to)) return -weekdaysBetween(to, from) || 0;
  const days = toEpochDay(to) - toEpochDay(from) + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  const first = weekday(from);
  for (let offset = 0; offset < days - weeks * 7; offset += 1) {
    if ((first - 1 + offset) % 7 < 5) count += 1;
  }
  return count;
}
