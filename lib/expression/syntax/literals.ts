import { parseDate } from '../values/date';
import { parseDateTime } from '../values/date-time';
import { parseDuration } from '../values/duration';
import { FeelDecimal } from '../values/number';
import { parseTime } from '../values/time';
import type { FeelValue } from '../values/value';

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrtbf"'\\]))/g;
const SINGLE: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/** The text between the quotes; a backslash that starts no escape stays. Null when an escape names no character. */
export function unquote(token: string): string | null {
  let valid = true;
  const text = token.slice(1, -1).replace(ESCAPE, (_, short: string | undefined, long: string | undefined, single: string | undefined) => {
    if (single !== undefined) return SINGLE[single] ?? single;
    const point = Number.parseInt(short ?? long ?? '', 16);
    if (point > 0x10ffff) {
      valid = false;
      return '';
    }
    return short === undefined ? String.fromCodePoint(point) : String.fromCharCode(point);
  });
  return valid ? text : null;
}

/** Null for digits whose exponent decimal128 does not have. */
export function numberLiteral(token: string): FeelValue {
  const value = new FeelDecimal(token.replace(/\s/g, ''));
  return value.isFinite() ? value : null;
}

/** `@"…"`: a date, time, date and time or duration, whichever the text is. */
export function atLiteral(text: string): FeelValue {
  return parseDate(text) ?? parseDateTime(text) ?? parseTime(text) ?? parseDuration(text);
}
