import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { buffersOf } from '@/test/plan-buffers';
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

describe('the inbox of somebody with ten thousand open items', () => {
  it('shows its first page by walking the indexes, not by reading them all', async () => {
    expect(await buffersOf(INBOX_FIRST, heavy.id, 21)).toBeLessThan(MAX_BUFFERS);
  });

  it('counts to a thousand and no further', async () => {
    const { groups } = await inbox(ctxOf(heavy), { limit: 20, onBehalf: false });
    expect(Object.fromEntries(groups.map(({ group, count }) => [group, count.more]))).toMatchObject({ overdue: true, later: true });
    expect(groups.every(({ count }) => count.count <= 1_000)).toBe(true);
    expect(groups[0]?.items).toHaveLength(20);
    expect(await buffersOf(INBOX_COUNTS, heavy.id, 1_001)).toBeLessThan(4 * MAX_BUFFERS);
  });
});
