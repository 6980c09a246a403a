import { query } from '@/server/db/client';
import { INBOX_COUNTS, INBOX_FIRST } from '@/server/task/inbox-sql';
import { buffersOf } from '@/test/plan-buffers';
import { addUser, type TestProcess, type TestUser } from '@/test/portal';

export type InboxAt = { history: number; page: number; counts: number };

/** A page of them, one in fifty of the newest thousand requests. */
const OPEN = { count: 20, every: 50 };

/**
 * Pages that the inbox of one busy person touches, as the history behind it grows: of all that was ever decided a tenth was
 * his or hers, and as much is open as on any other day.
 */
export async function measureInbox(process: TestProcess, sizes: readonly number[]): Promise<InboxAt[]> {
  const reader = await addUser('reader');
  const others = await addUser('others');
  const results: InboxAt[] = [];
  let made = 0;
  for (const history of sizes) {
    await addRequests(process, { from: made, count: history - made, every: 1, open: false, reader, others });
    made = history;
    await query({ text: 'delete from portal.work_item where open' });
    await addRequests(process, { ...OPEN, from: history - OPEN.count * OPEN.every, open: true, reader, others });
    await query({ text: 'vacuum analyze portal.process_instance, portal.instance_data, portal.activity_instance, portal.work_item' });
    results.push({ history, page: await buffersOf(INBOX_FIRST, reader.id, 21), counts: await buffersOf(INBOX_COUNTS, reader.id, 1_001) });
  }
  return results;
}

// helpers //////////////////////

type Requests = { from: number; count: number; every: number; open: boolean; reader: TestUser; others: TestUser };

/** By one statement per hundred thousand; ids count up, as those of requests do in time. */
async function addRequests(process: TestProcess, { from, count, every, open, reader, others }: Requests): Promise<void> {
  const CHUNK = 100_000;
  for (let done = 0; done < count; done += CHUNK) {
    const chunk = [from + done * every, Math.min(CHUNK, count - done), every];
    await query({ text: REQUESTS, values: [process.processId, process.versionId, reader.id, others.id, ...chunk, open] });
  }
}

/** Ids are UUIDv7 of times a second apart, open ones in between. $5 first, $6 how many, $7 how far apart, $8 open or finished. */
const REQUESTS = `
with request as (
  select n, (lpad(to_hex(1735689600000 + n * 1000 + case when $8::boolean then 500 else 0 end), 12, '0') || '7000' || '8' || substr(md5(n::text), 1, 15))::uuid as id,
    case when $8::boolean or n % 10 = 0 then $3::uuid else $4::uuid end as user_id, to_timestamp(1735689600 + n) as at
  from generate_series($5::bigint, $5::bigint + ($6::bigint - 1) * $7::bigint, $7::bigint) n
), i as (
  insert into portal.process_instance (root_instance_id, id, process_id, version_id, status, outcome, version, applicant_id, title, number, started_at, ended_at)
  select id, id, $1::uuid, $2::uuid, case when $8 then 'running' else 'completed' end, case when $8 then null else 'approved' end, 2, $4::uuid,
    '出差申请：赴深圳参展 ' || n, 'VM-' || n, at, case when $8 then null else at + interval '1 day' end from request
), d as (
  insert into portal.instance_data (root_instance_id, rev, values) select id, 1, jsonb_build_object('reason', '赴深圳参展', 'total', n::text) from request
), a as (
  insert into portal.activity_instance (root_instance_id, id, instance_id, element_id, kind, status, visit, started_at, ended_at)
  select id, id, id, 'manager', 'userTask', case when $8 then 'active' else 'completed' end, 1, at, case when $8 then null else at + interval '1 day' end from request
)
insert into portal.work_item (root_instance_id, id, activity_id, element_id, process_id, kind, status, open, user_id, created_at, due_at, ended_at)
select id, id, id, 'manager', $1, 'task', case when $8 then 'unread' else 'approved' end, $8, user_id, at,
  case when $8 and n / 50 % 2 = 0 then now() + make_interval(hours => (n / 50 % 20)::int - 5) end, case when $8 then null else at + interval '1 day' end from request`;
