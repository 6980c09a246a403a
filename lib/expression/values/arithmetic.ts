import type { ArithmeticOperator } from '../syntax/ast';
import { addDays, addMonths, FeelDate, toEpochDay } from './date';
import { addNanos, epochNanos, FeelDateTime, MIDNIGHT } from './date-time';
import { durationOfNumber, FeelDuration, FeelYearsMonths, makeDuration, makeYearsMonths, nanosAsNumber } from './duration';
import type { Meter } from './meter';
import { finite, type FeelNumber, isNumber, number } from './number';
import { FeelTime, NANOS_PER_DAY, nanosOfDay, timeOfNanos, utcNanosOfDay } from './time';
import type { FeelValue } from './value';

/** Null for operands the operator does not know, blanks among them. */
export function calculate(operator: ArithmeticOperator, left: FeelValue, right: FeelValue, meter: Meter): FeelValue {
  if (isNumber(left) && isNumber(right)) return numbers(operator, left, right);
  switch (operator) {
    case '+':
      return plus(left, right);
    case '-':
      return minus(left, right, meter);
    case '*':
      return isNumber(left) ? scale(right, left) : isNumber(right) ? scale(left, right) : null;
    case '/':
      return divide(left, right);
    case '**':
      return null;
  }
}

function numbers(operator: ArithmeticOperator, left: FeelNumber, right: FeelNumber): FeelValue {
  switch (operator) {
    case '+':
      return finite(left.plus(right));
    case '-':
      return finite(left.minus(right));
    case '*':
      return finite(left.times(right));
    case '/':
      return right.isZero() ? null : finite(left.div(right));
    case '**':
      return finite(left.pow(right));
  }
}

function plus(left: FeelValue, right: FeelValue): FeelValue {
  if (typeof left === 'string') return typeof right === 'string' ? left + right : null;
  if (left instanceof FeelDuration)
    return right instanceof FeelDuration ? makeDuration(left.nanos + right.nanos) : shift(right, left.nanos);
  if (left instanceof FeelYearsMonths)
    return right instanceof FeelYearsMonths ? makeYearsMonths(left.months + right.months) : shiftMonths(right, left.months);
  if (right instanceof FeelDuration) return shift(left, right.nanos);
  return right instanceof FeelYearsMonths ? shiftMonths(left, right.months) : null;
}

function minus(left: FeelValue, right: FeelValue, meter: Meter): FeelValue {
  if (right instanceof FeelDuration)
    return left instanceof FeelDuration ? makeDuration(left.nanos - right.nanos) : shift(left, -right.nanos);
  if (right instanceof FeelYearsMonths)
    return left instanceof FeelYearsMonths ? makeYearsMonths(left.months - right.months) : shiftMonths(left, -right.months);
  if (left instanceof FeelDate && right instanceof FeelDate)
    return makeDuration(BigInt(toEpochDay(left) - toEpochDay(right)) * NANOS_PER_DAY);
  if (left instanceof FeelTime && right instanceof FeelTime)
    return makeDuration(utcNanosOfDay(left, meter.zone) - utcNanosOfDay(right, meter.zone));
  const from = instant(left, meter);
  const to = instant(right, meter);
  return from === null || to === null ? null : makeDuration(from - to);
}

/** A date stands for its midnight when it meets a date and time. */
function instant(value: FeelValue, meter: Meter): bigint | null {
  if (value instanceof FeelDateTime) return epochNanos(value, meter.zone);
  return value instanceof FeelDate ? epochNanos(new FeelDateTime(value, MIDNIGHT), meter.zone) : null;
}

function shift(value: FeelValue, nanos: bigint): FeelValue {
  if (value instanceof FeelDate) return addDays(value, floorDays(nanos));
  if (value instanceof FeelDateTime) return addNanos(value, nanos);
  return value instanceof FeelTime ? timeOfNanos(nanosOfDay(value) + nanos, value.zone) : null;
}

/** A date has no hours: what a duration takes below a day falls to the day it begins in. */
function floorDays(nanos: bigint): number {
  const days = nanos / NANOS_PER_DAY;
  return Number(nanos < 0n && days * NANOS_PER_DAY !== nanos ? days - 1n : days);
}

function shiftMonths(value: FeelValue, months: number): FeelValue {
  if (value instanceof FeelDate) return addMonths(value, months);
  if (!(value instanceof FeelDateTime)) return null;
  const date = addMonths(value.date, months);
  return date === null ? null : new FeelDateTime(date, value.time);
}

function scale(duration: FeelValue, factor: FeelNumber): FeelValue {
  if (duration instanceof FeelDuration) return durationOfNumber(nanosAsNumber(duration).times(factor));
  return duration instanceof FeelYearsMonths ? months(number(duration.months).times(factor)) : null;
}

function divide(left: FeelValue, right: FeelValue): FeelValue {
  if (left instanceof FeelDuration && right instanceof FeelDuration)
    return right.nanos === 0n ? null : finite(nanosAsNumber(left).div(nanosAsNumber(right)));
  if (left instanceof FeelYearsMonths && right instanceof FeelYearsMonths)
    return right.months === 0 ? null : finite(number(left.months).div(right.months));
  if (!isNumber(right) || right.isZero()) return null;
  if (left instanceof FeelDuration) return durationOfNumber(nanosAsNumber(left).div(right));
  return left instanceof FeelYearsMonths ? months(number(left.months).div(right)) : null;
}

/** Whole months, cut towards zero. */
const months = (value: FeelNumber): FeelYearsMonths | null => (value.isFinite() ? makeYearsMonths(value.trunc().toNumber()) : null);

export function negate(value: FeelValue): FeelValue {
  if (isNumber(value)) return finite(value.negated());
  if (value instanceof FeelDuration) return new FeelDuration(-value.nanos);
  return value instanceof FeelYearsMonths ? makeYearsMonths(-value.months) : null;
}
