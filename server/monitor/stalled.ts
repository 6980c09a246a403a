/** Days of completed steps that say what is usual. */
const PAST_DAYS = 60;
/** Fewer completions say nothing about what is usual. */
const ENOUGH = 3;
/** A quiet night is no stall, however fast a step usually is. */
const SHORTEST_MINUTES = 24 * 60;
/** Open instances that one look examines, the oldest ones: more are not looked through one by one in a morning. */
export const STALLED_STRETCH = 5_000;

const BUCKETS = Array.from({ length: 21 }, (_, index) => `coalesce(sum(s.buckets[${index + 1}]), 0)`);

/**
 * `stalled`: human activities in which nothing has moved (no seat opened, no decision) for longer than three times the step's median,
 * in requests that run and have no incident; one row per request, its longest wait. The medians come from the rolled-up counters, the
 * waits from the open set: each look-up is fenced (`offset 0`), so that the plan goes by request and never reads the history into a hash.
 */
export const STALLED = `norm as materialized (
  select n.process_id, n.element_id, power(2, m.bucket - 1)::int as minutes
  from (select s.process_id, s.element_id, sum(s.completed) as completed, array[${BUCKETS.join(', ')}] as buckets
        from portal.activity_stat s where s.day > (now() - interval '${PAST_DAYS} days')::date
        group by s.process_id, s.element_id having sum(s.completed) >= ${ENOUGH}) n
  cross join lateral (
    select c.bucket from (select b.bucket, sum(b.n) over (order by b.bucket) as seen from unnest(n.buckets) with ordinality b(n, bucket)) c
    where c.seen * 2 >= n.completed order by c.bucket limit 1) m
), stalled as materialized (
  select distinct on (i.id) i.id, i.department_path, a.id as activity_id, a.element_id, m.since, m.waiting, norm.minutes
  from (select s.root_instance_id, s.id, s.process_id, s.department_path, s.status from portal.process_instance s
        where s.ended_at is null order by s.id limit ${STALLED_STRETCH}) i
  cross join lateral (
    select v.id, v.element_id from portal.activity_instance v
    where v.root_instance_id = i.root_instance_id and v.status = 'active' and v.kind = 'userTask'
      and v.started_at < now() - make_interval(mins => ${SHORTEST_MINUTES}) offset 0) a
  join norm on norm.process_id = i.process_id and norm.element_id = a.element_id
  cross join lateral (
    select max(greatest(w.created_at, w.ended_at)) as since, count(*) filter (where w.open)::int as waiting from portal.work_item w
    where w.root_instance_id = i.root_instance_id and w.activity_id = a.id and w.kind <> 'read' offset 0) m
  where i.status = 'running' and m.waiting > 0
    and m.since < now() - make_interval(mins => greatest(3 * norm.minutes, ${SHORTEST_MINUTES}))
    and (select count(*) from portal.incident n where n.root_instance_id = i.root_instance_id and n.resolved_at is null) = 0
  order by i.id, m.since
)`;
