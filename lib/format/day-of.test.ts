import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from './date';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/New_York',
  'Pacific/Apia',
  'Africa/Monrovia',
];

describe('the calendar day of a moment', () => {
  it('is what the calendar says, however often and in whatever order it is asked (random moments)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: -3e12, max: 3e12 }),
        fc.array(fc.integer({ min: -2e6, max: 2e6 }), { maxLength: 5 }),
        (timeZone, start, steps) => {
          for (const step of [0, ...steps]) {
            const moment = new Date(start + step);
            const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
            expect(dayOf(moment, timeZone)).toBe(parts);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('begins at midnight there', () => {
    expect(dayOf('2026-11-20T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-11-20');
    expect(dayOf('2026-11-20T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-21');
  });
});
