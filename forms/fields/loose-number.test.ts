import { describe, expect, it } from 'vitest';
import { columnOf } from '../testing/sample';
import { readLooseDate } from './calendar';
import { noLookups } from './config';
import { readLooseNumber, readLoosePercent, toPercent } from './loose-number';
import { configOf } from './registry';
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

describe('a range of dates', () => {
  const range = columnOf('区间', { type: 'dateRange' });
  const shown = (start: string, end: string, locale: 'zh' | 'en') =>
    configOf(range).display(range, { start, end }, { locale, timeZone: 'Asia/Shanghai', lookups: noLookups });

  it('says the year once where both ends are in it', () => {
    expect(shown('2026-12-07', '2026-12-11', 'zh')).toBe('2026年12月7日 – 12月11日');
    expect(shown('2026-12-07', '2026-12-11', 'en')).toBe('7 Dec – 11 Dec 2026');
    expect(shown('2026-12-31', '2027-01-02', 'zh')).toBe('2026年12月31日 – 2027年1月2日');
    expect(shown('2026-12-07', '2026-12-07', 'en')).toBe('7 Dec 2026');
  });
});
