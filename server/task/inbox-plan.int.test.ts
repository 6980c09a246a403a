import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { model } from '@/server/engine/testing/builder';
import { addUser, ctxOf, publish } from '@/test/portal';
import { inbox } from './inbox';
import { INBOX_COUNTS, INBOX_FIRST } from './inbox-sql';

/** Somebody with ten thousand open items, among as many of others: what the inbox costs must depend on the page alone. */
const OPEN = 10_000;
/** A hundred rows in five tables, three pages each way down an index. */
const MAX_BUFFERS = 1_600;
let heavy: { id: string; name: string };

beforeAll(async () => {
  heavy = await addUser('heavy');
  const other = await addUser('other');
  const { processId, versionId } = await publish(model().start('s', 'a').task('a', 'e').end('e'));
  for (const userId of [heavy.id, other.id]) {
    await query({
      text: `with root as (select gen_random_uuid() as id, n from generate_series(1, $4::int) n),
             i as (insert into portal.process_instance (root_instance_id, id, process_id, version_id, status, version, applicant_id, title, number, started_at)
                   select id, id, $2, $3, 'running', 1, $1, 'A request ' || n, 'N-' || n, now() from root),
             d as (insert into portal.instance_data (root_instance_id, rev, values) select id, 1, '{}' from root),
             a as (insert into portal.activity_instance (root_instance_id, id, instance_id, element_id, kind, status, visit, started_at) select id, id, id, 'a', 'userTask', 'active', 1, now() from root)
             insert into portal.work_item (root_instance_id, id, activity_id, element_id, process_id, kind, status, open, user_id, created_at, due_at)
             select id, gen_random_uuid(), id, 'a', $2, 'task', 'unread', true, $1, now(), case when n % 2 = 0 then now() + make_interval(hours => n - 5000) end from root`,
      values: [userId, processId, versionId, OPEN],
    });
  }
  await query({ text: 'analyze portal.work_item, portal.process_instance, portal.activity_instance, portal.instance_data' });
});

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** Pages touched by the plan that a statement of this name would run with for ever, whatever its parameters. */
async function buffers(text: string, rows: number): Promise<number> {
  return withTransaction(async (tx) => {
    await tx.query({ text: 'set local plan_cache_mode = force_generic_plan' });
    const [now, day, week] = [
      new Date().toISOString(),
      new Date(Date.now() + 8 * 3_600_000).toISOString(),
      new Date(Date.now() + 72 * 3_600_000).toISOString(),
    ];
    const name = `plan_${newId().replaceAll('-', '')}`;
    const types =
      text === INBOX_FIRST
        ? '(uuid, timestamptz, timestamptz, timestamptz, int, uuid, text, boolean, text, uuid)'
        : '(uuid, timestamptz, timestamptz, timestamptz, int, uuid, text, boolean)';
    await tx.query({ text: `prepare ${name} ${types} as ${text}` });
    const args = [
      `'${heavy.id}'`,
      `'${now}'`,
      `'${day}'`,
      `'${week}'`,
      String(rows),
      'null',
      'null',
      'false',
      ...(text === INBOX_FIRST ? ['null', 'null'] : []),
    ];
    const { rows: explained } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
      text: `explain (analyze, buffers, format json) execute ${name} (${args.join(', ')})`,
    });
    const plan = explained[0]!['QUERY PLAN'][0]!.Plan;
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  });
}

describe('the inbox of somebody with ten thousand open items', () => {
  it('shows its first page by walking the indexes, not by reading them all', async () => {
    expect(await buffers(INBOX_FIRST, 21)).toBeLessThan(MAX_BUFFERS);
  });

  it('counts to a thousand and no further', async () => {
    const { groups } = await inbox(ctxOf(heavy), { limit: 20, onBehalf: false });
    expect(Object.fromEntries(groups.map(({ group, count }) => [group, count.more]))).toMatchObject({ overdue: true, later: true });
    expect(groups.every(({ count }) => count.count <= 1_000)).toBe(true);
    expect(groups[0]?.items).toHaveLength(20);
    expect(await buffers(INBOX_COUNTS, 1_001)).toBeLessThan(4 * MAX_BUFFERS);
  });
});
