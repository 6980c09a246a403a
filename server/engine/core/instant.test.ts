import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf } from './feel';
import { addDuration, fromMillis, normalInstant, toMillis } from './instant';

describe('instants', () => {
  it('agree with the platform on every moment', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        expect(fromMillis(date.getTime())).toBe(date.toISOString());
        expect(toMillis(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it.each([
    ['2025-01-31T10:00:00.000Z', 'P1M', '2025-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00.000Z', 'P1M', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T10:00:00.000Z', 'P1Y', '2025-02-28T10:00:00.000Z'],
    ['2025-12-15T10:00:00.000Z', 'P2M', '2026-02-15T10:00:00.000Z'],
    ['2025-06-02T01:00:00.000Z', 'P1Y2M1W3DT4H5M6S', '2026-08-12T05:05:06.000Z'],
    ['2025-06-02T23:59:59.999Z', 'PT1S', '2025-06-03T00:00:00.999Z'],
  ])('%s + %s = %s', (from, duration, to) => {
    expect(addDuration(from, duration)).toBe(to);
  });

  it('go back as well', () => {
    expect(addDuration('2025-03-31T10:00:00.000Z', 'P1M', { sign: -1 })).toBe('2025-02-28T10:00:00.000Z');
    expect(addDuration('2025-01-01T00:00:00.000Z', 'PT4H', { sign: -1 })).toBe('2024-12-31T20:00:00.000Z');
  });

  it('move by the calendar of the place', () => {
    const clock = clockOf('Asia/Shanghai');
    // 31 January, half past midnight in Shanghai
    expect(addDuration('2025-01-30T16:30:00.000Z', 'P1M', { clock })).toBe('2025-02-27T16:30:00.000Z');
    expect(normalInstant('2025-06-02', clock)).toBe('2025-06-01T16:00:00.000Z');
    expect(normalInstant('2025-06-02T09:30:00', clock)).toBe('2025-06-02T01:30:00.000Z');
  });

  it.each([
    ['2025-06-02T09:00:00+08:00', '2025-06-02T01:00:00.000Z'],
    ['2025-06-02T01:00Z', '2025-06-02T01:00:00.000Z'],
    ['2025-06-02', '2025-06-02T00:00:00.000Z'],
    ['2025-06-02T01:00:00.123456Z', '2025-06-02T01:00:00.123Z'],
    ['2025-06-01T20:30:00-04:30', '2025-06-02T01:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(normalInstant(text)).toBe(instant);
  });

  it('are refused when they are none', () => {
    expect(() => toMillis('soon')).toThrow('not an instant');
    expect(() => addDuration('2025-06-02T01:00:00.000Z', '3 days')).toThrow('not a duration');
  });
});
