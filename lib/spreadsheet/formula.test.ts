import { describe, expect, it } from 'vitest';
import { readingFormula, withoutFormula } from './formula';

describe('a cell that looks like a formula', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1+1', '＝1+1', "'=1", '+86 21 1234'])(
    'gets an apostrophe: %j',
    (text) => {
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['-5', '-1,234.50', '+86', '12%', '王敏', "O'Neil", '', 'a=b', '2026-11-21', "'quoted'"])('is left alone: %j', (text) => {
    expect(withoutFormula(text)).toBe(text);
  });

  it.each(['=1+1', ' =1', '"=1', '王敏', "'quoted'", "'=1", '-5'])('reads as it was written: %j', (text) => {
    expect(readingFormula(withoutFormula(text))).toBe(text);
  });
});
