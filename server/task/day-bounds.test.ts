import { describe, expect, it } from 'vitest';
import { dayBounds } from './day-bounds';

describe("the reader's day and week", () => {
  it('end at midnight of the zone, the week with Sunday', () => {
    expect(dayBounds(new Date('2026-11-18T04:00:00Z'), 'Asia/Shanghai')).toEqual({
      now: '2026-11-18T04:00:00.000Z',
      dayEnd: '2026-11-18T16:00:00.000Z',
      weekEnd: '2026-11-22T16:00:00.000Z',
    });
  });

  it('end where clocks jump over midnight, or show it twice', () => {
    // Beirut goes from 0:00 to 1:00 on 29 March, Havana from 1:00 back to 0:00 on 1 November.
    expect(dayBounds(new Date('2026-03-28T12:00:00Z'), 'Asia/Beirut').dayEnd).toBe('2026-03-28T22:00:00.000Z');
    expect(dayBounds(new Date('2026-10-31T12:00:00Z'), 'America/Havana').dayEnd).toBe('2026-11-01T04:00:00.000Z');
  });
});
