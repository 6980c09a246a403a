import { zoneOffset } from '@/lib/zone-offset';

/** A moment as the wall clock of a zone shows it. */
export type WallClock = { date: string; time: string };

/**
 * The moment at which the clocks of the zone show this date and time, in UTC. When clocks are set back and it comes twice, the first one;
 * when they are set forward and it never comes, as much later as the gap is long.
 */
export function instantIn(date: string, time: string, timeZone: string): string {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const early = zoneOffset(timeZone, wall - DAY);
  const late = zoneOffset(timeZone, wall + DAY);
  const fits = [wall - early, wall - late].filter((moment) => moment + zoneOffset(timeZone, moment) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - early).toISOString();
}

export function wallClock(instant: string, timeZone: string): WallClock {
  const moment = Date.parse(instant);
  const shown = new Date(moment + zoneOffset(timeZone, moment)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 19) };
}

const DAY = 86_400_000;
