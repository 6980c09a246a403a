import { isDecimalString, round } from '@/lib/decimal';
import type { Json } from '@/lib/json';
import { isDate } from '../fields/calendar';
import { currencyScale } from '../fields/money/config';
import { codePoints } from '../fields/text-check';
import type { FieldOf } from '../schema/walk';

const MAX_TEXT = 20_000;

/** What an expression gave, in the shape and scale of the formula's result (half up, as bookkeepers round); null when it is no such value. */
export function formulaResult({ result }: FieldOf<'formula'>, value: Json): Json {
  switch (result.type) {
    case 'number':
      return decimal(value, result.scale);
    case 'money': {
      const amount = decimal(value, currencyScale(result.currency));
      return amount === null ? null : { amount, currency: result.currency };
    }
    case 'text':
      return typeof value === 'string' && codePoints(value) <= MAX_TEXT ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' && isDate(value) ? value : null;
  }
}

/** A result such as -0.004 rounds to zero, which has no sign. */
function decimal(value: Json, scale: number): string | null {
  if (!isDecimalString(value)) return null;
  const rounded = round(value, scale);
  return /^-0(?:\.0+)?$/.test(rounded) ? rounded.slice(1) : rounded;
}
