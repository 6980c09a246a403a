import { pad } from './date';
import { offsetAtInstant, parseZone, printZone, type Zone } from './zone';

export const NANOS_PER_SECOND = 1_000_000_000n;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;

/** A reading of the clock. */
export type Clock = { hour: number; minute: number; second: number; nano: number };

/** A time of day; without a zone it is local. */
export class FeelTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nano: number;
  readonly zone: Zone | null;

  constructor({ hour, minute, second, nano }: Clock, zone: Zone | null) {
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nano = nano;
    this.zone = zone;
  }
}

/** Null when the clock has no such reading. */
export function makeTime(clock: Clock, zone: Zone | null): FeelTime | null {
  const { hour, minute, second } = clock;
  const valid = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
  return valid ? new FeelTime(clock, zone) : null;
}

/** Nanoseconds since midnight, on the clock itself. */
export function nanosOfDay({ hour, minute, second, nano }: FeelTime): bigint {
  return BigInt(hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + BigInt(nano);
}

/** The reading a number of nanoseconds after midnight, around the clock. */
export function timeOfNanos(nanos: bigint, zone: Zone | null): FeelTime {
  const inDay = ((nanos % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY;
  const seconds = Number(inDay / NANOS_PER_SECOND);
  const clock = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    nano: Number(inDay % NANOS_PER_SECOND),
  };
  return new FeelTime(clock, zone);
}

/** Nanoseconds since midnight UTC; a local time is read in `fallback`. A place's offset is that of 1970, since a time has no date. */
export function utcNanosOfDay(time: FeelTime, fallback: Zone): bigint {
  return nanosOfDay(time) - BigInt(offsetAtInstant(time.zone ?? fallback, 0)) * NANOS_PER_SECOND;
}

const PATTERN = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(.*)$/;

export function parseTime(text: string): FeelTime | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, hour, minute, second, fraction = '', suffix = ''] = match;
  const zone = suffix === '' ? null : parseZone(suffix);
  if (suffix !== '' && zone === null) return null;
  return makeTime({ hour: Number(hour), minute: Number(minute), second: Number(second), nano: Number(fraction.padEnd(9, '0')) }, zone);
}

export function printClock({ hour, minute, second, nano }: FeelTime): string {
  const fraction = nano === 0 ? '' : `.${pad(nano, 9).replace(/0+$/, '')}`;
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${fraction}`;
}

export const printTime = (time: FeelTime): string => printClock(time) + (time.zone === null ? '' : printZone(time.zone));
