import { describe, expect, it } from 'vitest';
import { packDetail, unpackDetail } from './activity-detail';

const group = (more: object) => ({
  group: { rule: { rule: 'any' as const }, outcome: null, tally: null, notes: [], ...more },
  wayBack: null,
});

describe('the detail of an activity', () => {
  it.each([
    [group({})],
    [group({ outcome: 'approved' })],
    [group({ outcome: 'approved', tally: { approved: 1, rejected: 0, pending: 0, seats: 1, need: 1 } })],
    [group({ outcome: 'rejected', tally: { approved: 0, rejected: 1, pending: 0, seats: 1, need: 1 } })],
    [group({ outcome: 'approved', tally: { approved: 0, rejected: 1, pending: 0, seats: 1, need: 1 } })],
    [group({ outcome: 'approved', tally: { approved: 1, rejected: 0, pending: 2, seats: 3, need: 1 } })],
    [
      group({
        tally: { approved: 1, rejected: 0, pending: 2, seats: 3, need: 3 },
        notes: [{ kind: 'proxy', userId: 'a', forUserId: 'b' }],
      }),
    ],
    [group({ rule: { rule: 'all' } })],
    [group({ rule: { rule: 'vote', need: { percent: 50 } } })],
    [{ group: null, wayBack: null }],
  ])('comes back as it was: %j', (detail) => {
    expect(unpackDetail(packDetail(detail))).toEqual(detail);
  });

  it('of a group of one does not write the arithmetic out', () => {
    const detail = group({ outcome: 'approved', tally: { approved: 1, rejected: 0, pending: 0, seats: 1, need: 1 } });
    expect(packDetail(detail)).toEqual({ group: { outcome: 'approved', sole: true } });
  });
});
