import { Decimal } from 'decimal.js';

/** IEEE 754 decimal128, as DMN asks: 34 digits, half to even, exponents to ±6144. */
export const FeelDecimal = Decimal.clone({
  defaults: true,
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  modulo: Decimal.ROUND_FLOOR,
  minE: -6176,
  maxE: 6144,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

export type FeelNumber = Decimal;

export const isNumber = (value: unknown): value is FeelNumber => value instanceof FeelDecimal;

export const number = (value: number | string): FeelNumber => new FeelDecimal(value);

/** Infinity and NaN are no FEEL values: what has no number is null. */
export function finite(value: FeelNumber): FeelNumber | null {
  if (!value.isFinite()) return null;
  return value.isZero() && value.isNegative() ? value.abs() : value;
}

/** Plain digits without an exponent. */
export const printNumber = (value: FeelNumber): string => value.toFixed();

/** The integer a number holds, or null when it holds none that fits. */
export function toInteger(value: FeelNumber): number | null {
  if (!value.isInteger()) return null;
  const integer = value.toNumber();
  return Number.isSafeInteger(integer) ? integer : null;
}
