import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toAppError } from './trpc/errors';
import { day, instant, line, localName, ordinal, searchInput, writing } from './input';

/** The code and place of the refusal, or `ok`. */
function codeOf(schema: z.ZodType, value: unknown): string {
  const parsed = z.strictObject({ it: schema }).safeParse({ it: value });
  if (parsed.success) return 'ok';
  const { code, path } = toAppError(parsed.error);
  return path === 'it' ? code : `${code} at ${path}`;
}

describe('an input', () => {
  it('that names something is one line that shows what it is', () => {
    expect(['名称', 'Name 2', '👩‍👩‍👧', "'; drop table x; --"].map((text) => codeOf(line(100), text))).toEqual(Array(4).fill('ok'));
    expect(['a\u0000b', 'a\u001b[31m', 'a\nb', 'a\u0085b'].map((text) => codeOf(line(100), text))).toEqual(
      Array(4).fill('TEXT_CONTROL_CHAR'),
    );
    expect([codeOf(line(100), 'a\u202eb'), codeOf(line(100), '\ud800'), codeOf(line(3), 'abcd'), codeOf(line(3, 1), ' ')]).toEqual([
      'TEXT_BIDI',
      'TEXT_INVALID_UNICODE',
      'FIELD_LENGTH',
      'FIELD_REQUIRED',
    ]);
  });

  it('that names something in both languages has a name in one of them', () => {
    expect(codeOf(localName(10), { zh: '', en: 'Name' })).toBe('ok');
    expect(codeOf(localName(10), { zh: ' ', en: '' })).toBe('FIELD_REQUIRED at it.zh');
    expect(codeOf(localName(10), { zh: 'a\u0000', en: '' })).toBe('TEXT_CONTROL_CHAR at it.zh');
  });

  it('that is written may have several lines, and what is looked for only one', () => {
    expect([codeOf(writing(10), 'a\n\tb'), codeOf(searchInput, 'a\nb')]).toEqual(['ok', 'TEXT_CONTROL_CHAR']);
    expect([codeOf(writing(10), 'a\u0007b'), codeOf(writing(10), '\udfff')]).toEqual(['TEXT_CONTROL_CHAR', 'TEXT_INVALID_UNICODE']);
    expect(['%', '_', '\\', '.*'].map((text) => codeOf(searchInput, text))).toEqual(Array(4).fill('ok'));
  });

  it('that is a day or an instant is one that the database has too', () => {
    for (const value of ['2026-02-30', '0000-01-01', '10000-01-01', 'now', 'infinity', '2026-1-1'])
      expect([value, codeOf(day, value)]).toEqual([value, 'FIELD_DATE']);
    for (const value of ['0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-21T24:00:00Z', '2026-11-21'])
      expect([value, codeOf(instant, value)]).toEqual([value, 'FIELD_DATE']);
    expect([codeOf(day, '2024-02-29'), codeOf(instant, '0001-01-01T00:00:00+08:00')]).toEqual(['ok', 'ok']);
  });

  it('that counts is no larger than a counter of the database', () => {
    expect([0, 2 ** 31, 1.5, Number.NaN].map((value) => codeOf(ordinal(1), value))).toEqual([
      'FIELD_RANGE',
      'FIELD_RANGE',
      'FIELD_TYPE',
      'FIELD_TYPE',
    ]);
    expect([codeOf(ordinal(0), 0), codeOf(ordinal(1), 2 ** 31 - 1)]).toEqual(['ok', 'ok']);
  });
});
