import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  div,
  formatDecimal,
  integerDigits,
  isDecimalString,
  mul,
  round,
  scaleOf,
  sub,
  sum,
  type RoundingMode,
} from './decimal';

const decimalString = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 12 }))
  .map(([coefficient, scale]) => ({ coefficient, scale, text: print(coefficient, scale) }));

function print(coefficient: bigint, scale: number): string {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return coefficient < 0n ? `-${text}` : text;
}

describe('what a decimal string is', () => {
  it.each(['0', '1', '-1', '0.5', '-0.5', '10.00', '99999999999999999.99', '9007199254740993', '0.00'])('accepts %s', (text) => {
    expect(isDecimalString(text)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '+1',
    '007',
    '-007',
    '00',
    '-0',
    '-0.00',
    '.5',
    '5.',
    '1e3',
    '1E3',
    '1e400',
    'NaN',
    'Infinity',
    '-Infinity',
    '１２',
    '1,5',
    '1 000',
    '0x10',
    '1_0',
    '１．５',
    '1.2.3',
    '--1',
    '1\n',
    '٣',
  ])('refuses %j', (text) => {
    expect(isDecimalString(text)).toBe(false);
  });

  it.each([1, null, undefined, {}, [], true, 1n])('refuses a value that is no string: %s', (value) => {
    expect(isDecimalString(value)).toBe(false);
  });
});

describe('arithmetic', () => {
  it('adds tenths exactly', () => expect(add('0.1', '0.2')).toBe('0.3'));
  it('keeps integers above 2^53', () => expect(add('9007199254740993', '0')).toBe('9007199254740993'));
  it('keeps the larger scale of a price', () => expect(add('1.50', '2')).toBe('3.50'));
  it('subtracts below zero', () => expect(sub('0.05', '0.10')).toBe('-0.05'));
  it('multiplies without rounding', () => expect(mul('0.001', '-0.01')).toBe('-0.00001'));
  it('divides to a scale', () => expect(div('1020', '1.06', 2)).toBe('962.26'));
  it('refuses to divide by zero', () => expect(() => div('1', '0.00', 2)).toThrow(RangeError));
  it('sums an empty list to zero', () => expect(sum([])).toBe('0'));
  it('compares by value', () => expect([compare('1.0', '1'), compare('-2', '1'), compare('10', '9')]).toEqual([0, -1, 1]));
  it('refuses anything that is not a decimal string', () => expect(() => add('1e3', '1')).toThrow(RangeError));

  it('adds, subtracts and multiplies like integers of the same scale', () => {
    fc.assert(
      fc.property(decimalString, decimalString, (a, b) => {
        const scale = Math.max(a.scale, b.scale);
        const left = a.coefficient * 10n ** BigInt(scale - a.scale);
        const right = b.coefficient * 10n ** BigInt(scale - b.scale);
        expect(compare(add(tidy(a.text), tidy(b.text)), tidy(print(left + right, scale)))).toBe(0);
        expect(compare(sub(tidy(a.text), tidy(b.text)), tidy(print(left - right, scale)))).toBe(0);
        expect(compare(mul(tidy(a.text), tidy(b.text)), tidy(print(a.coefficient * b.coefficient, a.scale + b.scale)))).toBe(0);
      }),
    );
  });

  it('never leaves the set of decimal strings', () => {
    fc.assert(
      fc.property(decimalString, decimalString, fc.integer({ min: 0, max: 6 }), (a, b, scale) => {
        for (const text of [add(tidy(a.text), tidy(b.text)), mul(tidy(a.text), tidy(b.text)), round(tidy(a.text), scale)]) {
          expect(isDecimalString(text)).toBe(true);
        }
      }),
    );
  });
});

/** `-0.00` is what a generator may print for zero; the strings under test have no negative zero. */
const tidy = (text: string): string => text.replace(/^-(0(?:\.0+)?)$/, '$1');

describe('rounding', () => {
  const table: [string, number, RoundingMode, string][] = [
    ['2.5', 0, 'halfUp', '3'],
    ['-2.5', 0, 'halfUp', '-3'],
    ['2.5', 0, 'halfEven', '2'],
    ['3.5', 0, 'halfEven', '4'],
    ['-2.5', 0, 'halfEven', '-2'],
    ['2.5', 0, 'halfDown', '2'],
    ['2.51', 0, 'halfDown', '3'],
    ['2.1', 0, 'up', '3'],
    ['-2.1', 0, 'up', '-3'],
    ['2.9', 0, 'down', '2'],
    ['-2.1', 0, 'floor', '-3'],
    ['2.1', 0, 'floor', '2'],
    ['-2.9', 0, 'ceiling', '-2'],
    ['2.1', 0, 'ceiling', '3'],
    ['1.005', 2, 'halfUp', '1.01'],
    ['1', 2, 'halfUp', '1.00'],
    ['-0.001', 2, 'halfUp', '0.00'],
    ['99999999999999999.995', 2, 'halfUp', '100000000000000000.00'],
  ];
  it.each(table)('%s to %i decimals, %s, is %s', (value, scale, mode, expected) => {
    expect(round(value, scale, mode)).toBe(expected);
  });

  it('counts the digits a column needs', () => {
    expect([scaleOf('1.500'), scaleOf('1'), integerDigits('-123.4'), integerDigits('0.01')]).toEqual([1, 0, 3, 0]);
  });
});

describe('formatting', () => {
  it.each([
    ['1234567.50', 'zh', '1,234,567.50'],
    ['-1234.5', 'en', '-1,234.5'],
    ['99999999999999999.99', 'en', '99,999,999,999,999,999.99'],
    ['999', 'zh', '999'],
    ['1234.5', 'de', '1.234,5'],
  ])('%s in %s reads %s', (value, locale, expected) => {
    expect(formatDecimal(value, locale)).toBe(expected);
  });
});
