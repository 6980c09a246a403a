import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { suspend } from '@/server/instance/suspend';
import { addStats } from '@/server/notify/add-stats';
import { nav } from '@/server/shell/nav';
import { addUser, ctxOf } from '@/test/portal';
import { approved, submitted } from '@/test/request';
import { type Trip, trip } from '@/test/trip';
import { listInstances } from './list-instances';
import { overview } from './overview';

let of: Trip;
const HOUR = 3600;
const operator = () => ctxOf(of.stranger, ['instance.monitor', 'instance.operate']);

beforeAll(async () => {
  of = await trip({ finance: { assignment: [{ kind: 'users', userIds: [(await addUser('苏青')).id, (await addUser('何静')).id] }] } });
  // The manager usually takes up to eight hours; of the finance step too little is known.
  await completed('manager', 20 * HOUR, 1);
  await completed('manager', 6 * HOUR, 2);
  await completed('finance', 60, 2);
});

describe('a request in which nothing has moved for three times as long as usual', () => {
  it('is stalled, and stands among the stuck ones with who has it and what is usual', async () => {
    const [still, quiet] = [await submitted(of), await submitted(of)];
    await age(still, 26);
    await age(quiet, 25);
    expect(await stalled()).toEqual([still]);
    const numbers = await overview(operator(), { days: 20 });
    expect(numbers.stuckCount).toEqual({ count: 1, more: false });
    expect(numbers.stuck).toEqual([
      expect.objectContaining({
        instanceId: still,
        kind: 'stalled',
        elementName: 'manager',
        waiting: { count: 1, usualMinutes: 512, first: { name: '王敏', nameEn: expect.any(String) } },
      }),
    ]);
    expect((await nav(operator())).counts.monitor).toBe(1);
    await end(still, quiet);
  });

  it('moves again with a decision of one of several, not with being looked at', async () => {
    await completed('finance', 60, 1);
    const id = await submitted(of);
    await approved(of.boss, id, 'manager');
    await age(id, 48);
    await query({
      text: `update portal.work_item set viewed_at = now(), status = 'viewed' where root_instance_id = $1 and open`,
      values: [id],
    });
    expect(await stalled()).toEqual([id]);
    await query({
      text: `update portal.work_item set open = false, status = 'approved', ended_at = now() - interval '1 hour'
             where (root_instance_id, id) = (select root_instance_id, id from portal.work_item where root_instance_id = $1 and open order by id limit 1)`,
      values: [id],
    });
    expect(await stalled()).toEqual([]);
    await end(id);
  });

  it('is not told of what is suspended, nor of steps nobody knows the usual time of', async () => {
    const elsewhere = await trip();
    const [held, unknown] = [await submitted(of), await submitted(elsewhere)];
    await age(held, 100);
    await age(unknown, 100);
    expect(await stalled()).toEqual([held]);
    await suspend(operator(), { commandId: newId(), instanceId: held, reason: 'because' });
    expect(await stalled()).toEqual([]);
    expect((await nav(operator())).counts.monitor).toBeUndefined();
  });
});

// helpers //////////////////////

async function stalled(): Promise<string[]> {
  const { items } = await listInstances(operator(), { state: 'stuck', limit: 100 });
  return items.filter((item) => item.stalled).map(({ id }) => id);
}

async function completed(elementId: string, seconds: number, times: number): Promise<void> {
  const message = { event: 'activity', processId: of.processId, elementId, at: new Date().toISOString(), seconds } as const;
  for (let n = 0; n < times; n++) await withTransaction((tx) => addStats(tx, [message]));
}

/** As if everything in it had happened so many hours ago. */
async function age(id: string, hours: number): Promise<void> {
  const at = `now() - make_interval(hours => ${hours})`;
  await query({ text: `update portal.activity_instance set started_at = ${at} where root_instance_id = $1`, values: [id] });
  await query({
    text: `update portal.work_item set created_at = ${at}, ended_at = case when ended_at is not null then ${at} end where root_instance_id = $1`,
    values: [id],
  });
}

async function end(...ids: string[]): Promise<void> {
  await query({
    text: `update portal.process_instance set status = 'terminated', outcome = 'terminated', ended_at = now() where id = any($1)`,
    values: [ids],
  });
}
