/** A moment as the wall clock of a zone shows it. */
export type WallClock = { date: string; time: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The moment at which the clocks of the zone show this date and time, in UTC. When clocks are set back and it comes twice, the first one;
 * when they are set forward and it never comes, as much later as the gap is long.
 */
export function instantIn(date: string, time: string, timeZone: string): string {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const early = offsetAt(wall - DAY, timeZone);
  const late = offsetAt(wall + DAY, timeZone);
  const fits = [wall - early, wall - late].filter((moment) => moment + offsetAt(moment, timeZone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - early).toISOString();
}

export function wallClock(instant: string, timeZone: string): WallClock {
  const moment = Date.parse(instant);
  const shown = new Date(moment + offsetAt(moment, timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 19) };
}

const DAY = 86_400_000;

function offsetAt(moment: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, found);
  }
  return found;
}
