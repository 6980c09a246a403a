import type { Json } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import type { Finding } from './config';

const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const CONTROL_OR_BREAK = /[\u0000-\u001f\u007f-\u009f]/;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
/** Marks piled on one letter until they cover the lines around it; no script needs as many. */
const PILED_MARKS = /\p{M}{51}/u;
const INVISIBLE = /^[\s\p{Cf}\u115f\u1160\u3164\uffa0\u2800]*$/u;

/** True for text in which a reader sees nothing. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}

/** The writing direction of what follows would change: refused in names, shown isolated in values. */
export function changesDirection(text: string): boolean {
  return BIDI.test(text);
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** What no text may hold, because the database cannot store it or a reader cannot see it. */
export function unfitText(text: string, multiline: boolean): Finding | null {
  if (LONE_SURROGATE.test(text)) return { code: 'TEXT_INVALID_UNICODE' };
  if ((multiline ? CONTROL : CONTROL_OR_BREAK).test(text)) return { code: 'TEXT_CONTROL_CHAR' };
  return null;
}

export type TextLimits = { minLength?: number | undefined; maxLength: number; multiline: boolean };

/** Text as it was sent; length counts characters (code points), as Postgres and people do. */
export function checkText(value: Json, limits: TextLimits): Result<string | null, Finding> {
  if (value === null || value === '') return ok(null);
  if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
  const unfit = unfitText(value, limits.multiline);
  if (unfit) return err(unfit);
  const length = codePoints(value);
  const { minLength = 0, maxLength } = limits;
  if (length > maxLength || PILED_MARKS.test(value)) return err({ code: 'FIELD_LENGTH', params: { kind: 'max', max: maxLength, length } });
  if (length < minLength && !isBlank(value)) return err({ code: 'FIELD_LENGTH', params: { kind: 'min', min: minLength, length } });
  return ok(value);
}
