import { describe, expect, it } from 'vitest';
import { dayAfter, momentOf } from './sample-moments';

const zone = 'Asia/Shanghai';

describe('a moment of the sample company', () => {
  it('counts working days back over a weekend, by the company’s clock', () => {
    const sunday = new Date('2026-11-22T01:00:00Z');
    expect(momentOf({ workingDaysAgo: 1, time: '09:30' }, sunday, zone).toISOString()).toBe('2026-11-20T01:30:00.000Z');
    expect(momentOf({ workingDaysAgo: 6, time: '17:00' }, sunday, zone).toISOString()).toBe('2026-11-13T09:00:00.000Z');
  });

  it('may be minutes ago, and is always in the past', () => {
    const justAfterMidnight = new Date('2026-11-22T16:05:00Z');
    expect(momentOf({ minutesAgo: 30 }, justAfterMidnight, zone).toISOString()).toBe('2026-11-22T15:35:00.000Z');
    expect(momentOf({ workingDaysAgo: 1, time: '23:00' }, justAfterMidnight, zone) < justAfterMidnight).toBe(true);
  });

  it('has days after it in the company’s calendar', () => {
    expect(dayAfter(new Date('2026-11-30T17:00:00Z'), 2, zone)).toBe('2026-12-03');
  });
});
