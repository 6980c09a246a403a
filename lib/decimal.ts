/**
 * Exact arithmetic on decimal strings, for stored values and totals. No float ever touches them.
 *
 * A decimal string is `-?(0|[1-9]\d*)(\.\d+)?`: no exponent, no plus sign, no leading zeros, no bare dot,
 * no full-width digits and no negative zero. Trailing zeros are allowed, because `1.50` is a price.
 */
const PATTERN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const NEGATIVE_ZERO = /^-0(?:\.0+)?$/;

/** A number as coefficient × 10^-scale. */
type Parts = { coefficient: bigint; scale: number };

export type RoundingMode = 'halfUp' | 'halfEven' | 'halfDown' | 'up' | 'down' | 'floor' | 'ceiling';

export function isDecimalString(value: unknown): value is string {
  return typeof value === 'string' && PATTERN.test(value) && !NEGATIVE_ZERO.test(value);
}

function parse(value: string): Parts {
  if (!isDecimalString(value)) throw new RangeError(`not a decimal string: ${JSON.stringify(value).slice(0, 60)}`);
  const dot = value.indexOf('.');
  return dot < 0
    ? { coefficient: BigInt(value), scale: 0 }
    : { coefficient: BigInt(value.slice(0, dot) + value.slice(dot + 1)), scale: value.length - dot - 1 };
}

function print({ coefficient, scale }: Parts): string {
  if (scale === 0) return coefficient.toString();
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const sign = coefficient < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

function align(left: Parts, right: Parts): { a: bigint; b: bigint; scale: number } {
  const scale = Math.max(left.scale, right.scale);
  return { a: left.coefficient * power(scale - left.scale), b: right.coefficient * power(scale - right.scale), scale };
}

/** The sum, with the larger of the two scales: `1.50 + 2 = 3.50`. */
export function add(left: string, right: string): string {
  const { a, b, scale } = align(parse(left), parse(right));
  return print({ coefficient: a + b, scale });
}

/** The difference, with the larger of the two scales. */
export function sub(left: string, right: string): string {
  const { a, b, scale } = align(parse(left), parse(right));
  return print({ coefficient: a - b, scale });
}

/** The product, with the sum of the two scales: nothing is rounded. */
export function mul(left: string, right: string): string {
  const a = parse(left);
  const b = parse(right);
  return print({ coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale });
}

/** The quotient rounded to `scale` decimals; dividing by zero throws a RangeError. */
export function div(left: string, right: string, scale: number, mode: RoundingMode = 'halfUp'): string {
  const { a, b } = align(parse(left), parse(right));
  if (b === 0n) throw new RangeError('division by zero');
  return print({ coefficient: divide(a * power(scale), b, mode), scale });
}

/** The sum of a list; of an empty list `0`. */
export function sum(values: readonly string[]): string {
  return values.reduce(add, '0');
}

/** -1, 0 or 1 by value, so that `1.0` and `1` are equal. */
export function compare(left: string, right: string): -1 | 0 | 1 {
  const { a, b } = align(parse(left), parse(right));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Exactly `scale` decimals: zeros are added, surplus digits are rounded. */
export function round(value: string, scale: number, mode: RoundingMode = 'halfUp'): string {
  const parts = parse(value);
  if (scale >= parts.scale) return print({ coefficient: parts.coefficient * power(scale - parts.scale), scale });
  return print({ coefficient: divide(parts.coefficient, power(parts.scale - scale), mode), scale });
}

/** How many digits stand after the point, trailing zeros not counted: what a column needs to hold it exactly. */
export function scaleOf(value: string): number {
  const { scale } = parse(value);
  return scale === 0 ? 0 : value.slice(-scale).replace(/0+$/, '').length;
}

/** How many digits stand before the point. */
export function integerDigits(value: string): number {
  const { coefficient, scale } = parse(value);
  const whole = (coefficient < 0n ? -coefficient : coefficient) / power(scale);
  return whole === 0n ? 0 : whole.toString().length;
}

function divide(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator - quotient * denominator;
  if (remainder === 0n) return quotient;
  const negative = numerator < 0n !== denominator < 0n;
  const twice = 2n * absolute(remainder);
  const half = twice > absolute(denominator) ? 'above' : twice < absolute(denominator) ? 'below' : 'exactly';
  const isOdd = quotient % 2n !== 0n;
  return roundsAway(mode, half, negative, isOdd) ? quotient + (negative ? -1n : 1n) : quotient;
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function roundsAway(mode: RoundingMode, half: 'above' | 'below' | 'exactly', negative: boolean, isOdd: boolean): boolean {
  switch (mode) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'floor':
      return negative;
    case 'ceiling':
      return !negative;
    case 'halfUp':
      return half !== 'below';
    case 'halfDown':
      return half === 'above';
    case 'halfEven':
      return half === 'above' || (half === 'exactly' && isOdd);
  }
}

const separatorsByLocale = new Map<string, { group: string; decimal: string }>();

function separators(locale: string): { group: string; decimal: string } {
  let found = separatorsByLocale.get(locale);
  if (found === undefined) {
    const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5);
    found = {
      group: parts.find((part) => part.type === 'group')?.value ?? ',',
      decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    };
    separatorsByLocale.set(locale, found);
  }
  return found;
}

/** The number as a person reads it, in groups of three digits; every digit of the string is shown. */
export function formatDecimal(value: string, locale: string): string {
  parse(value);
  const { group, decimal } = separators(locale);
  const negative = value.startsWith('-');
  const [whole = '', fraction] = (negative ? value.slice(1) : value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${negative ? '-' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}
