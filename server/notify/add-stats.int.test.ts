import { expect, it, vi } from 'vitest';
import { newId } from '@/lib/id';
import { closePool, query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';

it('counts a request on the day that it is in the company', async () => {
  const at = '2026-11-21T05:00:00.000Z';
  for (const [zone, day] of [
    ['Asia/Shanghai', '2026-11-21'],
    ['America/Los_Angeles', '2026-11-20'],
  ] as const) {
    vi.stubEnv('VERMILION_TIME_ZONE', zone);
    vi.resetModules();
    // A connection knows the statement of the other zone.
    await closePool();
    const { addStats } = await import('./add-stats');
    const [processId, departmentId] = [newId(), newId()];
    await withTransaction((tx) =>
      addStats(tx, [
        { event: 'started', processId, departmentId, at },
        { event: 'activity', processId, elementId: 'a', at, seconds: 90 },
      ]),
    );
    const { rows } = await query({
      text: `select d.day, a.day as step from portal.daily_stat d join portal.activity_stat a using (process_id) where d.process_id = $1`,
      values: [processId],
    });
    expect(rows, zone).toEqual([{ day, step: day }]);
  }
  vi.unstubAllEnvs();
});
