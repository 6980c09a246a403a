import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { model } from '@/server/engine/testing/builder';
import { addDepartment, addUser, ctxOf, publish } from '@/test/portal';
import { byTime, listInstances } from './list-instances';
import { OVERVIEW } from './overview';

/** A long past and few that are open: what watching costs must not grow with the past. */
const statements = [
  [
    'the open ones',
    byTime('open'),
    'text[], uuid, uuid, int, uuid, text, int',
    (path: string) => `array['${path}%'],null,null,null,null,null,31`,
  ],
  [
    'the stuck ones',
    byTime('stuck'),
    'text[], uuid, uuid, int, uuid, text, int',
    (path: string) => `array['${path}%'],null,null,null,null,null,31`,
  ],
  ['the ended ones', byTime('ended'), 'text[], uuid, uuid, int, uuid, text, int', () => `null,null,null,null,null,null,31`],
  ['words that nobody wrote', byTime('all'), 'text[], uuid, uuid, int, uuid, text, int', () => `null,null,null,null,null,'%nowhere%',31`],
  ['the numbers', OVERVIEW, 'text[], int, int, text', (path: string) => `array['${path}%'],20,1000,'zh'`],
] as const;

let department: { id: string; path: string };
let process: { processId: string; versionId: string };
let person: { id: string; name: string };
/** Ids are made in the order of time, as the portal makes them: the newest lie together. */
let millisecond = 1_700_000_000_000;

beforeAll(async () => {
  person = await addUser('busy');
  department = await addDepartment('销售部', { headId: person.id });
  process = await publish(model().start('s', 'a').task('a', 'e').end('e'));
  // Two hours are usual: the open ones have all stopped.
  await query({
    text: `insert into portal.activity_stat (day, process_id, element_id, completed, total_seconds, buckets)
           values (now()::date, $1, 'a', 10, 72000, array_fill(0, array[7]) || 10 || array_fill(0, array[13]))`,
    values: [process.processId],
  });
  await addInstances(300, false);
  await addInstances(7_000, true);
});

async function addInstances(count: number, ended: boolean): Promise<void> {
  await query({
    text: `with root as (select (lpad(to_hex($8::bigint + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid as id, n from generate_series(1, $5::int) n),
             i as (insert into portal.process_instance (root_instance_id, id, process_id, version_id, status, outcome, ended_at, version, applicant_id, department_id, department_path, title, number, started_at)
                   select id, id, $2, $3, case when $6 then 'completed' else 'running' end, case when $6 then 'approved' end, case when $6 then now() end, 1, $1, $4, $7, 'A request ' || n, 'N-' || n, now() - interval '10 days' from root),
             a as (insert into portal.activity_instance (root_instance_id, id, instance_id, element_id, kind, status, visit, started_at, ended_at)
                   select id, id, id, 'a', 'userTask', case when $6 then 'completed' else 'active' end, 1, now() - interval '10 days', case when $6 then now() end from root)
             insert into portal.work_item (root_instance_id, id, activity_id, element_id, process_id, kind, status, open, user_id, created_at, due_at, ended_at)
             select id, gen_random_uuid(), id, 'a', $2, 'task', case when $6 then 'approved' else 'unread' end, not $6, $1, now() - interval '10 days', now() - interval '1 hour', case when $6 then now() end from root`,
    values: [person.id, process.processId, process.versionId, department.id, count, ended, department.path, (millisecond += 100_000)],
  });
  await query({ text: 'analyze portal.work_item, portal.process_instance, portal.activity_instance' });
}

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** Pages touched by the plan that the statement would run with for ever. */
async function buffers(text: string, types: string, args: string): Promise<number> {
  return withTransaction(async (tx) => {
    await tx.query({ text: 'set local plan_cache_mode = force_generic_plan' });
    const name = `plan_${newId().replaceAll('-', '')}`;
    await tx.query({ text: `prepare ${name} (${types}) as ${text}` });
    const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
      text: `explain (analyze, buffers, format json) execute ${name} (${args})`,
    });
    const plan = rows[0]!['QUERY PLAN'][0]!.Plan;
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  });
}

async function measured(): Promise<number[]> {
  const all: number[] = [];
  for (const [, text, types, args] of statements) all.push(await buffers(text, types, args(department.path)));
  return all;
}

describe('watching a long history', () => {
  it('does not follow a past that is three times as long', async () => {
    const before = await measured();
    await addInstances(14_000, true);
    const after = await measured();
    for (const [index, [name]] of statements.entries()) expect(after[index], name).toBeLessThan(before[index]! * 2);
  });

  it('goes on from where a look ended, and finds a number however old it is', async () => {
    const operator = ctxOf(person, ['instance.operate']);
    const nothing = await listInstances(operator, { state: 'all', limit: 30, text: 'nowhere' });
    expect(nothing.items).toEqual([]);
    expect(nothing.nextCursor).not.toBeNull();
    let cursor: string | null = nothing.nextCursor;
    for (let looks = 0; cursor !== null && looks < 10; looks += 1)
      cursor = (await listInstances(operator, { state: 'all', limit: 30, text: 'nowhere', cursor })).nextCursor;
    expect(cursor).toBeNull();
    const found = await listInstances(operator, { state: 'ended', limit: 30, text: 'n-13999' });
    expect(found.items.map((item) => item.number)).toEqual(['N-13999']);
    expect((await listInstances(operator, { state: 'open', limit: 100 })).items).toHaveLength(100);
  });
});
