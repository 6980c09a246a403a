import { compare, integerDigits, isDecimalString, scaleOf } from '@/lib/decimal';
import type { Json } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import type { Finding } from './config';

/** More than any sum of money in the world; Postgres' numeric holds far more. */
const MAX_INTEGER_DIGITS = 31;
/** A fraction with more has been through a float that may not have held it. */
const SAFE_DIGITS = 15;

export type DecimalLimits = { scale: number; min?: string | undefined; max?: string | undefined };

/**
 * A decimal string exactly as it was sent; nothing is rounded. A JSON number passes when the float kept all of its digits.
 * Refused: exponents, `+`, leading zeros, `-0`, grouping, full-width digits (the input control turns those into plain ones).
 */
export function checkDecimal(value: Json, limits: DecimalLimits): Result<string | null, Finding> {
  const read = readDecimal(value);
  if (!read.ok || read.value === null) return read;
  if (integerDigits(read.value) > MAX_INTEGER_DIGITS) return err(outside(limits));
  if (scaleOf(read.value) > limits.scale) return err({ code: 'FIELD_PRECISION', params: { scale: limits.scale } });
  if (limits.min !== undefined && compare(read.value, limits.min) < 0) return err(outside(limits));
  if (limits.max !== undefined && compare(read.value, limits.max) > 0) return err(outside(limits));
  return ok(read.value);
}

function readDecimal(value: Json): Result<string | null, Finding> {
  if (value === null || value === '') return ok(null);
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
  if (value.length > 100 || !isDecimalString(value)) return err({ code: 'FIELD_NUMBER' });
  return ok(value);
}

function fromNumber(value: number): Result<string, Finding> {
  if (!Number.isFinite(value)) return err({ code: 'FIELD_NUMBER' });
  const text = Object.is(value, -0) ? '-0' : String(value);
  if (!isDecimalString(text)) return err({ code: text === '-0' ? 'FIELD_NUMBER' : 'FIELD_PRECISION', params: {} });
  return !Number.isSafeInteger(value) && text.replace(/\D/g, '').length > SAFE_DIGITS
    ? err({ code: 'FIELD_PRECISION', params: {} })
    : ok(text);
}

/** Slots of the message; a limit that is not set is an empty text. */
export function outside({ min, max }: { min?: string | undefined; max?: string | undefined }): Finding {
  return {
    code: 'FIELD_RANGE',
    params: {
      kind: min === undefined ? (max === undefined ? 'any' : 'max') : max === undefined ? 'min' : 'both',
      min: min ?? '',
      max: max ?? '',
    },
  };
}
