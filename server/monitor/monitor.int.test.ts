import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { suspend } from '@/server/instance/suspend';
import { terminate } from '@/server/instance/terminate';
import { addUser, ctxOf, publishAgain, refusalOf, type TestUser } from '@/test/portal';
import { submitted } from '@/test/request';
import { type Trip, trip } from '@/test/trip';
import { listInstances, type ListInstancesInput } from './list-instances';
import { overview } from './overview';

type State = ListInstancesInput['state'];
type Name = 'plain' | 'stuck' | 'overdue' | 'dueToday' | 'suspended' | 'ended';

let of: Trip;
let elsewhere: Trip;
let head: TestUser;
let ids: Record<Name, string>;
const operator = () => ctxOf(of.stranger, ['instance.monitor', 'instance.operate']);
const manager = () => ctxOf(head, ['instance.monitor']);

beforeAll(async () => {
  [of, elsewhere, head] = [await trip(), await trip(), await addUser('总监')];
  await query({ text: 'update portal.department set head_id = $1 where id = $2', values: [head.id, of.departmentId] });
  ids = {
    plain: await submitted(of),
    overdue: await submitted(of),
    dueToday: await submitted(of),
    suspended: await submitted(of),
    ended: await submitted(of),
    stuck: await submitted({ ...of, versionId: await versionThatFindsNobody() }),
  };
  await submitted(elsewhere);
  await due(ids.overdue, `now() - interval '1 minute'`);
  // Half-way to the end of today, whenever the test runs.
  await due(
    ids.dueToday,
    `now() + (date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '1 day' - now() at time zone 'Asia/Shanghai') / 2`,
  );
  const because = (instanceId: string) => ({ commandId: newId(), instanceId, reason: 'because' });
  await suspend(operator(), because(ids.suspended));
  await terminate(operator(), because(ids.ended));
});

describe('the list of requests', () => {
  it.each([
    ['open', ['plain', 'overdue', 'dueToday', 'suspended', 'stuck']],
    ['stuck', ['stuck']],
    ['overdue', ['overdue']],
    ['dueToday', ['dueToday']],
    ['suspended', ['suspended']],
    ['ended', ['ended']],
    ['all', ['plain', 'overdue', 'dueToday', 'suspended', 'ended', 'stuck']],
  ] as const satisfies readonly (readonly [State, readonly Name[]])[])('%s', async (state, names) => {
    expect(await found({ state })).toEqual(names.map((name) => ids[name]).sort());
  });

  it('is cut by process, by who holds it and by age', async () => {
    expect(await found({ holderId: of.boss.id })).toEqual([ids.plain, ids.overdue, ids.dueToday, ids.suspended].sort());
    expect(await found({ processId: elsewhere.processId })).toEqual([]);
    expect(await found({ olderThanHours: 24 })).toEqual([]);
    await query({ text: `update portal.process_instance set started_at = now() - interval '25 hours' where id = $1`, values: [ids.plain] });
    expect(await found({ olderThanHours: 24 })).toEqual([ids.plain]);
  });

  it('is a manager’s only as far as the department reaches, an operator’s whole', async () => {
    expect((await listInstances(operator(), { state: 'all', limit: 100 })).items).toHaveLength(7);
    expect(await found({ state: 'all' })).toHaveLength(6);
    expect((await listInstances(ctxOf(of.boss, ['instance.monitor']), { state: 'all', limit: 100 })).items).toEqual([]);
    expect(await refusalOf(listInstances(ctxOf(head), { state: 'all', limit: 100 }))).toBe('FORBIDDEN');
  });
});

describe('the numbers above it', () => {
  it('are as many as their lists hold', async () => {
    const numbers = await overview(manager(), { days: 20 });
    const some = (count: number) => ({ count, more: false });
    expect(numbers).toMatchObject({ open: some(5), overdue: some(1), dueToday: some(1), suspended: some(1), stuckCount: some(1) });
    expect(numbers.stuck).toMatchObject([{ instanceId: ids.stuck, kind: 'nobody', elementName: 'check', waiting: null }]);
    expect((await overview(operator(), { days: 20 })).open).toEqual(some(6));
    expect(await refusalOf(overview(ctxOf(head), { days: 20 }))).toBe('FORBIDDEN');
  });

  it('name the oldest eight that are stuck, and count all of them', async () => {
    const { versionId } = await publishAgain(of.processId, nobody(), { formVersionId: of.formVersionId });
    for (let n = 0; n < 20; n++) await submitted({ ...of, versionId });
    const numbers = await overview(manager(), { days: 20 });
    expect([numbers.stuckCount, numbers.stuck.length]).toEqual([{ count: 21, more: false }, 8]);
    expect(numbers.stuck[0]?.instanceId).toBe(ids.stuck);
  });
});

// helpers //////////////////////

async function found(more: Partial<ListInstancesInput>): Promise<string[]> {
  return (await listInstances(manager(), { state: 'open', limit: 100, ...more })).items.map(({ id }) => id).sort();
}

const nobody = () =>
  model()
    .start('start', 'check')
    .task('check', 'end', { assignment: [{ kind: 'users', userIds: [newId()] }], nobody: { kind: 'processAdmin' } })
    .end('end')
    .build();

async function versionThatFindsNobody(): Promise<string> {
  return (await publishAgain(of.processId, nobody(), { formVersionId: of.formVersionId })).versionId;
}

async function due(instanceId: string, at: string): Promise<void> {
  await query({ text: `update portal.work_item set due_at = ${at} where root_instance_id = $1`, values: [instanceId] });
}
