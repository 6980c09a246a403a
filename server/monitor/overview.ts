import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { COMPANY_ZONE } from '@/server/engine/runtime/company-time';
import type { PersonView } from '@/server/instance/views';
import { monitorScope, scopePrefixes } from './scope';
import { STALLED } from './stalled';

export const OverviewInput = z.strictObject({ days: z.int().min(1).max(90).default(20) });
export type OverviewInput = z.infer<typeof OverviewInput>;

export type Capped = { count: number; more: boolean };

export type Stuck = {
  /** The incident, or the activity in which nothing moves. */
  key: string;
  instanceId: string;
  number: string;
  title: string;
  processName: LocalText;
  elementName: string | null;
  /** What kind of incident, or `stalled`. */
  kind: string;
  since: string;
  /** Of what has not moved: who has it, one of them by name (null while it is to be claimed), and how long the step usually takes. */
  waiting: { first: Pick<PersonView, 'name' | 'nameEn'> | null; count: number; usualMinutes: number } | null;
};

export type Overview = {
  open: Capped;
  overdue: Capped;
  dueToday: Capped;
  suspended: Capped;
  /** Requests with an open incident or without a move for long; the first of them are in `stuck`. */
  stuckCount: Capped;
  startedToday: number;
  endedToday: number;
  /** Incidents before what has not moved for long, of each the oldest first; at most 8. */
  stuck: readonly Stuck[];
  daily: readonly { day: string; started: number; ended: number; averageHours: number | null }[];
  slowest: readonly {
    processId: string;
    processName: LocalText;
    elementId: string;
    elementName: string;
    completed: number;
    medianMinutes: number;
    p90Minutes: number;
    open: number;
  }[];
};

const CAP = 1000;

/** The monitor's first page in one round trip: open sets through partial indexes and capped, history only from the rolled-up counters. */
export async function overview(ctx: Ctx, input: OverviewInput): Promise<Overview> {
  const scope = await monitorScope(ctx);
  const { rows } = await query<{ result: Raw }>({
    name: 'monitor_overview',
    text: OVERVIEW,
    values: [scopePrefixes(scope), input.days, CAP, ctx.locale],
  });
  const raw = rows[0]?.result;
  if (!raw) throw new Error('the overview statement gave no row');
  return {
    open: capped(raw.open),
    overdue: capped(raw.overdue),
    dueToday: capped(raw.due_today),
    suspended: capped(raw.suspended),
    stuckCount: capped(raw.stuck_count),
    startedToday: raw.daily.at(-1)?.started ?? 0,
    endedToday: raw.daily.at(-1)?.ended ?? 0,
    stuck: raw.stuck,
    daily: raw.daily.map(({ seconds, ...day }) => ({ ...day, averageHours: day.ended > 0 ? seconds / day.ended / 3600 : null })),
    slowest: raw.slowest.map(({ buckets, ...row }) => ({
      ...row,
      medianMinutes: quantile(buckets, 0.5),
      p90Minutes: quantile(buckets, 0.9),
    })),
  };
}

// helpers //////////////////////

type Raw = {
  open: number;
  overdue: number;
  due_today: number;
  suspended: number;
  stuck_count: number;
  stuck: Overview['stuck'];
  daily: { day: string; started: number; ended: number; seconds: number }[];
  slowest: {
    processId: string;
    processName: LocalText;
    elementId: string;
    elementName: string;
    completed: number;
    open: number;
    buckets: number[];
  }[];
};

function capped(count: number): Capped {
  return { count: Math.min(count, CAP), more: count > CAP };
}

/** The upper edge of the bucket in which the quantile lies, in minutes (bucket 0 = 1, n = 2^n). */
export function quantile(buckets: readonly number[], q: number): number {
  const total = buckets.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [index, count] of buckets.entries()) {
    seen += count;
    if (total > 0 && seen >= total * q) return 2 ** index;
  }
  return 0;
}

/**
 * Of a work item; nothing is looked up for whoever watches everything. A value, not `exists`: that may be answered by reading all
 * instances of the scope into a hash first, which is the history.
 */
const IN_SCOPE = `($1::text[] is null or (select i.department_path from portal.process_instance i where i.root_instance_id = w.root_instance_id and i.id = w.root_instance_id) like any($1))`;

/** When today ends by the company's calendar. */
export const TOMORROW = `(date_trunc('day', now() at time zone ${COMPANY_ZONE}) + interval '1 day') at time zone ${COMPANY_ZONE}`;

const PROCESS_NAME = `jsonb_build_object('zh', p.name_zh, 'en', p.name_en)`;

/** Of an element of version v, in the reader's language; it is called what it was called when the request was made. */
function elementName(row: string): string {
  return `coalesce(case when $4::text = 'en' then v.definition->'elements'->${row}.element_id->>'nameEn' end, v.definition->'elements'->${row}.element_id->>'name')`;
}

/** Open sets through their partial indexes, the past from the counters that were rolled up: nothing here grows with the history. */
export const OVERVIEW = `
with ${STALLED}
select jsonb_build_object(
  'open', (select count(*) from (select 1 from portal.process_instance i where i.ended_at is null and ($1::text[] is null or i.department_path like any($1)) limit $3 + 1) c),
  'suspended', (select count(*) from (select 1 from portal.process_instance i where i.ended_at is null and i.status = 'suspended' and ($1::text[] is null or i.department_path like any($1)) limit $3 + 1) c),
  'overdue', (select count(*) from (select distinct w.root_instance_id from portal.work_item w
      where w.open and w.due_at is not null and w.due_at < now() and ${IN_SCOPE} limit $3 + 1) c),
  'due_today', (select count(*) from (select distinct w.root_instance_id from portal.work_item w
      where w.open and w.due_at is not null and w.due_at >= now()
        and w.due_at < ${TOMORROW} and ${IN_SCOPE} limit $3 + 1) c),
  'stuck_count', (select count(*) from (
      select n.root_instance_id from portal.incident n join portal.process_instance i on i.root_instance_id = n.root_instance_id and i.id = n.root_instance_id
      where n.resolved_at is null and ($1::text[] is null or i.department_path like any($1))
      union select x.id from stalled x where $1::text[] is null or x.department_path like any($1) limit $3 + 1) c),
  'stuck', coalesce((select jsonb_agg(to_jsonb(s) - 'place' order by s.place, s.since, s.key) from (
      (select 1 as place, n.id as key, n.root_instance_id as "instanceId", i.number, i.title, ${PROCESS_NAME} as "processName",
        ${elementName('n')} as "elementName", n.kind, n.created_at as since, null::jsonb as waiting
      from portal.incident n join portal.process_instance i on i.root_instance_id = n.root_instance_id and i.id = n.root_instance_id
        join portal.process p on p.id = n.process_id join portal.process_version v on v.id = i.version_id
      where n.resolved_at is null and ($1::text[] is null or i.department_path like any($1)) order by n.created_at, n.id limit 8)
      union all
      (select 2, x.activity_id, x.id, i.number, i.title, ${PROCESS_NAME}, ${elementName('x')}, 'stalled', x.since,
        jsonb_build_object('count', x.waiting, 'usualMinutes', x.minutes, 'first', (
          select jsonb_build_object('name', u.name, 'nameEn', u.name_en) from portal.work_item w join portal."user" u on u.id = w.user_id
          where w.root_instance_id = x.id and w.activity_id = x.activity_id and w.open and w.kind <> 'read' order by w.id limit 1))
      from (select * from stalled t where $1::text[] is null or t.department_path like any($1) order by t.since, t.id limit 8) x
        join portal.process_instance i on i.root_instance_id = x.id and i.id = x.id
        join portal.process p on p.id = i.process_id join portal.process_version v on v.id = i.version_id)
      order by place, since, key limit 8) s), '[]'),
  'daily', (select jsonb_agg(jsonb_build_object('day', d.day::date, 'started', coalesce(t.started, 0), 'ended', coalesce(t.ended, 0), 'seconds', coalesce(t.seconds, 0)) order by d.day)
      from generate_series((now() at time zone ${COMPANY_ZONE})::date - ($2::int - 1), (now() at time zone ${COMPANY_ZONE})::date, interval '1 day') d(day)
      left join (select s.day, sum(s.started)::int as started, sum(s.completed + s.rejected + s.withdrawn + s.terminated)::int as ended, sum(s.total_seconds)::float8 as seconds
        from portal.daily_stat s
        where s.day > (now() at time zone ${COMPANY_ZONE})::date - $2::int
          and ($1::text[] is null or s.department_id in (select dp.id from portal.department dp where dp.path like any($1)))
        group by s.day) t on t.day = d.day::date),
  'slowest', coalesce((select jsonb_agg(x order by x.seconds desc) from (
      select a.process_id as "processId", ${PROCESS_NAME} as "processName", a.element_id as "elementId", a.seconds,
        coalesce(${elementName('a')}, a.element_id) as "elementName", a.completed,
        (select array_agg(coalesce(b.n, 0) order by b.i) from (select i, sum(s.buckets[i])::int as n
           from generate_series((now() at time zone ${COMPANY_ZONE})::date - ($2::int - 1), (now() at time zone ${COMPANY_ZONE})::date, interval '1 day') d(day)
           join portal.activity_stat s on s.day = d.day::date and s.process_id = a.process_id and s.element_id = a.element_id, generate_series(1, 21) i group by i) b) as buckets,
        (select count(distinct w.activity_id)::int from (select i.id from portal.process_instance i
             where i.process_id = a.process_id and i.ended_at is null and ($1::text[] is null or i.department_path like any($1)) order by i.id desc limit 500) c
           join portal.work_item w on w.root_instance_id = c.id and w.element_id = a.element_id and w.open and w.kind <> 'read') as open
      from (select s.process_id, s.element_id, sum(s.completed)::int as completed, sum(s.total_seconds) as seconds
            from portal.activity_stat s where s.day > (now() at time zone ${COMPANY_ZONE})::date - $2::int
            group by s.process_id, s.element_id order by sum(s.total_seconds) desc limit 6) a
      join portal.process p on p.id = a.process_id left join portal.process_version v on v.id = p.latest_version_id) x), '[]')
) as result`;
