import { FeelDecimal, type FeelNumber } from './number';
import { NANOS_PER_DAY, NANOS_PER_SECOND } from './time';

const NANOS_PER_HOUR = 3600n * NANOS_PER_SECOND;
const NANOS_PER_MINUTE = 60n * NANOS_PER_SECOND;
/** Longer than the calendar; a number of months beyond it has no date. */
const MAX_MONTHS = 24_000_000_000;
const MAX_NANOS = BigInt(MAX_MONTHS) * 31n * NANOS_PER_DAY;

/** A days and time duration: exact elapsed time. */
export class FeelDuration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A years and months duration: its length in days depends on the calendar. */
export class FeelYearsMonths {
  readonly months: number;

  constructor(months: number) {
    this.months = months;
  }
}

const size = (nanos: bigint): bigint => (nanos < 0n ? -nanos : nanos);

export const makeDuration = (nanos: bigint): FeelDuration | null => (size(nanos) > MAX_NANOS ? null : new FeelDuration(nanos));

export function makeYearsMonths(months: number): FeelYearsMonths | null {
  return Number.isInteger(months) && Math.abs(months) <= MAX_MONTHS ? new FeelYearsMonths(months === 0 ? 0 : months) : null;
}

/** Rounded to the nanosecond, half to even. */
export function durationOfNumber(nanos: FeelNumber): FeelDuration | null {
  const rounded = nanos.toDecimalPlaces(0);
  return rounded.isFinite() && rounded.abs().lte(MAX_NANOS.toString()) ? new FeelDuration(BigInt(rounded.toFixed())) : null;
}

export const nanosAsNumber = (duration: FeelDuration): FeelNumber => new FeelDecimal(duration.nanos.toString());

const YEARS_MONTHS = /^(-?)P(?=\d)(?:(\d{1,15})Y)?(?:(\d{1,15})M)?$/;
const DAYS_TIME = /^(-?)P(?=\d|T\d)(?:(\d{1,15})D)?(?:T(?=\d)(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{1,9})\d*)?S)?)?$/;

export function parseDuration(text: string): FeelDuration | FeelYearsMonths | null {
  const long = YEARS_MONTHS.exec(text);
  if (long !== null) {
    const months = Number(long[2] ?? 0) * 12 + Number(long[3] ?? 0);
    return makeYearsMonths(long[1] === '-' ? -months : months);
  }
  const match = DAYS_TIME.exec(text);
  if (match === null) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const whole =
    BigInt(days) * NANOS_PER_DAY + BigInt(hours) * NANOS_PER_HOUR + BigInt(minutes) * NANOS_PER_MINUTE + BigInt(seconds) * NANOS_PER_SECOND;
  const nanos = whole + BigInt(fraction.padEnd(9, '0'));
  return makeDuration(sign === '-' ? -nanos : nanos);
}

export type DurationFields = { days: number; hours: number; minutes: number; seconds: number; nanos: number };

/** The fields carry the duration's sign. */
export function durationFields({ nanos }: FeelDuration): DurationFields {
  return {
    days: Number(nanos / NANOS_PER_DAY),
    hours: Number((nanos / NANOS_PER_HOUR) % 24n),
    minutes: Number((nanos / NANOS_PER_MINUTE) % 60n),
    seconds: Number((nanos / NANOS_PER_SECOND) % 60n),
    nanos: Number(nanos % NANOS_PER_SECOND),
  };
}

export function printDuration(duration: FeelDuration): string {
  if (duration.nanos === 0n) return 'PT0S';
  const { days, hours, minutes, seconds, nanos } = durationFields(new FeelDuration(size(duration.nanos)));
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
  const secondText = seconds === 0 && nanos === 0 ? '' : `${seconds}${fraction}S`;
  const time = (hours === 0 ? '' : `${hours}H`) + (minutes === 0 ? '' : `${minutes}M`) + secondText;
  return `${duration.nanos < 0n ? '-' : ''}P${days === 0 ? '' : `${days}D`}${time === '' ? '' : `T${time}`}`;
}

export function printYearsMonths({ months }: FeelYearsMonths): string {
  if (months === 0) return 'P0M';
  const total = Math.abs(months);
  const years = Math.floor(total / 12);
  return `${months < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${total % 12 === 0 ? '' : `${total % 12}M`}`;
}
