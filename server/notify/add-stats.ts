import type { Tx } from '@/server/db/unit-of-work';
import { COMPANY_ZONE } from '@/server/engine/runtime/company-time';
import type { StatMessage } from './outbox-message';

/** Buckets are powers of two of minutes: 0 = under a minute, 1 = 1–2, 2 = 2–4, … 20 = two years and more. */
export function waitBucket(seconds: number): number {
  const minutes = seconds / 60;
  return minutes < 1 ? 0 : Math.min(20, Math.floor(Math.log2(minutes)) + 1);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const outcomeColumns = {
  approved: 'completed',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
  expired: 'terminated',
  failed: 'terminated',
} as const;

/** Adds to the counters of the dashboard. Days are days of the company's calendar. */
export async function addStats(tx: Tx, messages: readonly StatMessage[]): Promise<void> {
  const instances = messages.filter((m) => m.event !== 'activity').map(instanceRow);
  const activities = messages
    .filter((m) => m.event === 'activity')
    .map((m) => ({ p: m.processId, e: m.elementId, at: m.at, s: Math.round(m.seconds), b: waitBucket(m.seconds) }));
  if (instances.length > 0) await tx.query({ name: 'daily_stat_add', text: DAILY, values: [JSON.stringify(instances)] });
  if (activities.length > 0) await tx.query({ name: 'activity_stat_add', text: ACTIVITY, values: [JSON.stringify(activities)] });
}

// helpers //////////////////////

type InstanceMessage = Exclude<StatMessage, { event: 'activity' }>;

function instanceRow(message: InstanceMessage) {
  const row = {
    p: message.processId,
    d: message.departmentId ?? NOBODY,
    at: message.at,
    started: 0,
    completed: 0,
    rejected: 0,
    withdrawn: 0,
    terminated: 0,
    s: 0,
  };
  if (message.event === 'started') return { ...row, started: 1 };
  const column = outcomeColumns[message.outcome as keyof typeof outcomeColumns] ?? 'completed';
  return { ...row, [column]: 1, s: Math.round(message.seconds) };
}

const DAILY = `
insert into portal.daily_stat as s (day, process_id, department_id, started, completed, rejected, withdrawn, terminated, total_seconds)
select (at at time zone ${COMPANY_ZONE})::date, p, d, sum(started), sum(completed), sum(rejected), sum(withdrawn), sum(terminated), sum(r.s)
from jsonb_to_recordset($1::jsonb) as r(p uuid, d uuid, at timestamptz, started int, completed int, rejected int, withdrawn int, terminated int, s bigint)
group by 1, 2, 3 order by 1, 2, 3
on conflict (day, process_id, department_id) do update set
  started = s.started + excluded.started, completed = s.completed + excluded.completed, rejected = s.rejected + excluded.rejected,
  withdrawn = s.withdrawn + excluded.withdrawn, terminated = s.terminated + excluded.terminated, total_seconds = s.total_seconds + excluded.total_seconds`;

const ACTIVITY = `
insert into portal.activity_stat as s (day, process_id, element_id, completed, total_seconds, buckets)
select day, p, e, count(*), sum(seconds), array_agg_counts
from (
  select (at at time zone ${COMPANY_ZONE})::date as day, p, e, r.s as seconds, r.b,
    (select array_agg((select count(*) from jsonb_to_recordset($1::jsonb) as q(p uuid, e text, at timestamptz, b int)
       where q.p = r.p and q.e = r.e and (q.at at time zone ${COMPANY_ZONE})::date = (r.at at time zone ${COMPANY_ZONE})::date and q.b = n)::int order by n)
     from generate_series(0, 20) n) as array_agg_counts
  from jsonb_to_recordset($1::jsonb) as r(p uuid, e text, at timestamptz, s bigint, b int)
) rows
group by day, p, e, array_agg_counts order by day, p, e
on conflict (day, process_id, element_id) do update set
  completed = s.completed + excluded.completed, total_seconds = s.total_seconds + excluded.total_seconds,
  buckets = (select array_agg(coalesce(s.buckets[n], 0) + coalesce(excluded.buckets[n], 0) order by n) from generate_series(1, 21) n)`;
