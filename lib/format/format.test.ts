import { describe, expect, it } from 'vitest';
import { compareText, sortByText } from './collate';
import { dayOf, daysBetween, formatDate, type Reader } from './date';
import { formatBytes, formatCount, formatDecimal, formatMoney, formatPercent } from './number';
import { initials, personName } from './person';
import { dueState, durationParts, relativeTime } from './relative-time';

const zh: Reader = { locale: 'zh', timeZone: 'Asia/Shanghai' };
const en: Reader = { locale: 'en', timeZone: 'Asia/Shanghai' };
/** 24 November 2026, 10:20 in Shanghai. */
const now = new Date('2026-11-24T02:20:00Z');

describe('relative time', () => {
  it.each([
    ['2026-11-24T02:19:40Z', '刚刚', 'just now'],
    ['2026-11-24T01:45:00Z', '35 分钟前', '35 min ago'],
    ['2026-11-24T00:10:00Z', '2 小时前', '2 h ago'],
    ['2026-11-23T17:12:00Z', '今天 01:12', 'today 01:12'],
    ['2026-11-23T09:30:00Z', '昨天 17:30', 'yesterday 17:30'],
    ['2026-11-25T03:00:00Z', '明天 11:00', 'tomorrow 11:00'],
    ['2026-11-20T03:00:00Z', '11月20日', '20 Nov'],
    ['2025-03-01T03:00:00Z', '2025年3月1日', '1 Mar 2025'],
  ])('says %s as a person would', (value, chinese, english) => {
    expect(relativeTime(value, now, zh)).toBe(chinese);
    expect(relativeTime(value, now, en)).toBe(english);
  });

  it('counts days on the reader’s calendar, not in spans of 24 hours', () => {
    const lateEvening = '2026-11-23T15:59:00Z';
    expect(relativeTime(lateEvening, now, zh)).toBe('昨天 23:59');
    expect(relativeTime(lateEvening, now, { locale: 'zh', timeZone: 'America/New_York' })).toBe('今天 10:59');
    expect(daysBetween('2026-11-23T15:59:00Z', '2026-11-23T16:01:00Z', 'Asia/Shanghai')).toBe(1);
  });
});

describe('due', () => {
  it('tells late, today and later apart on the reader’s calendar', () => {
    expect(dueState('2026-11-24T02:19:00Z', now, zh.timeZone)).toBe('late');
    expect(dueState('2026-11-24T10:00:00Z', now, zh.timeZone)).toBe('today');
    expect(dueState('2026-11-24T16:30:00Z', now, zh.timeZone)).toBe('left');
  });

  it('measures in the largest whole unit', () => {
    expect(durationParts(30_000)).toEqual({ unit: 'minutes', count: 1 });
    expect(durationParts(-2.9 * 3_600_000)).toEqual({ unit: 'hours', count: 2 });
    expect(durationParts(49 * 3_600_000)).toEqual({ unit: 'days', count: 2 });
  });
});

describe('dates', () => {
  it('show a bare day as that day in every zone', () => {
    expect(formatDate('2026-12-10', 'day', { locale: 'en', timeZone: 'America/Los_Angeles' })).toBe('10 Dec');
    expect(formatDate('2026-12-10', 'dayWeek', zh)).toBe('12月10日 星期四');
  });

  it('show a moment in the reader’s zone, midnight as 00:00', () => {
    expect(formatDate('2026-11-23T16:00:00Z', 'full', zh)).toBe('2026年11月24日 00:00');
    expect(formatDate('2026-11-23T16:00:00Z', 'full', en)).toBe('24 Nov 2026, 00:00');
    expect(dayOf('2026-11-23T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-24');
  });

  it('leave what is no date as it is', () => {
    expect(formatDate('soon', 'day', zh)).toBe('soon');
  });
});

describe('numbers', () => {
  it('group a decimal string of any length without rounding it', () => {
    expect(formatDecimal('12345678901234567890.10')).toBe('12,345,678,901,234,567,890.10');
    expect(formatDecimal('-1234.5', 2)).toBe('−1,234.50');
    expect(formatDecimal('999')).toBe('999');
    expect(formatDecimal('n/a')).toBe('n/a');
  });

  it('write money with its sign, a no-break space and two places', () => {
    expect(formatMoney('15200')).toBe('¥\u00a015,200.00');
    expect(formatMoney('15200', 'JPY')).toBe('¥\u00a015,200');
    expect(formatMoney('1', 'CHF')).toBe('CHF\u00a01.00');
  });

  it('say where counting stopped', () => {
    expect(formatCount(1000, 1000)).toBe('1,000+');
    expect(formatCount(31, 1000)).toBe('31');
  });

  it('write sizes and shares', () => {
    expect(formatBytes(48 * 1024, 'zh')).toBe('48 KB');
    expect(formatBytes(1.25 * 1024 * 1024, 'en')).toBe('1.3 MB');
    expect(formatBytes(0, 'en')).toBe('0 B');
    expect(formatPercent(0.934, 1)).toBe('93.4%');
  });
});

describe('people', () => {
  it('carry their name in the reader’s language, else the one they have', () => {
    const min = { name: '王敏', nameEn: 'Wang Min' };
    expect(personName(min, 'zh')).toBe('王敏');
    expect(personName(min, 'en')).toBe('Wang Min');
    expect(personName({ name: '王敏', nameEn: '' }, 'en')).toBe('王敏');
  });

  it('are one character in Chinese, two initials in English', () => {
    expect(initials({ name: '王敏', nameEn: 'Wang Min' }, 'zh')).toBe('王');
    expect(initials({ name: '王敏', nameEn: 'Wang Min' }, 'en')).toBe('WM');
    expect(initials({ name: 'Ada' }, 'zh')).toBe('AD');
    expect(initials({ name: '' }, 'zh')).toBe('?');
  });
});

describe('sorting', () => {
  it('follows pinyin in Chinese, and numbers by value', () => {
    expect(sortByText(['王敏', '陈立', '郑楠', '李卓'], (name) => name, 'zh')).toEqual(['陈立', '李卓', '王敏', '郑楠']);
    expect(compareText('第2轮', '第10轮', 'zh')).toBeLessThan(0);
    expect(compareText('beta', 'Alpha', 'en')).toBeGreaterThan(0);
  });
});
