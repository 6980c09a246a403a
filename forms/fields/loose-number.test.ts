import { describe, expect, it } from 'vitest';
import { readLooseDate } from './calendar';
import { readLooseNumber, readLoosePercent, toPercent } from './loose-number';
import { instantIn, wallClock } from './zoned';

describe('what people write for numbers', () => {
  it.each([
    ['1,234.50', '1234.50'],
    ['１２３．５', '123.5'],
    ['￥1，234．50', '1234.50'],
    ['¥ 33,000.00', '33000.00'],
    ['(12.50)', '-12.50'],
    ['-0', '0'],
    ['+5', '5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['1.', '1'],
    ['1,2345,6789', '123456789'],
    ['99999999999999999.99', '99999999999999999.99'],
    ['12元', '12'],
    ['CNY 5', '5'],
    ['−3', '-3'],
    ['1 234', '1234'],
    ['-¥5', '-5'],
  ])('%s is %s', (source, expected) => {
    expect(readLooseNumber(source)).toBe(expected);
  });

  it.each(['', 'abc', '1,5', '1.2.3', '1e3', '0x10', '--', '12,34.5', '五', 'NaN', 'Infinity'])('%j is none', (source) => {
    expect(readLooseNumber(source)).toBeNull();
  });

  it('keeps every digit of per cent', () => {
    expect(['12.5%', '12.5', '１００％', '0.01%'].map(readLoosePercent)).toEqual(['0.125', '0.125', '1', '0.0001']);
    expect(['0.125', '1', '0.0001', '0.1'].map(toPercent)).toEqual(['12.5', '100', '0.01', '10']);
  });
});

describe('what people write for dates', () => {
  it.each([
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['２０２６-03-05', '2026-03-05'],
  ])('%s is %s', (source, expected) => {
    expect(readLooseDate(source)).toBe(expected);
  });
  it('is none when the day does not exist', () => {
    expect(['2026/2/30', '3/5/2026', 'tomorrow'].map(readLooseDate)).toEqual([null, null, null]);
  });
});

describe('wall clocks', () => {
  it('belong to a moment, and back', () => {
    expect(instantIn('2026-11-21', '10:00', 'Asia/Shanghai')).toBe('2026-11-21T02:00:00.000Z');
    expect(wallClock('2026-11-21T02:00:00.000Z', 'Asia/Shanghai')).toEqual({ date: '2026-11-21', time: '10:00:00' });
  });
  it('that come twice mean the first time, and those that never come the time after the gap', () => {
    expect(instantIn('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantIn('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });
});
