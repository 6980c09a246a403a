import type { Runner } from '@/server/engine/runtime/runner';
import { type StoredDetail, unpackDetail } from '@/server/engine/runtime/activity-detail';
import { JOURNAL_JSON, type JournalEntry, type StoredEntry, unpackEntry } from '@/server/engine/runtime/read-journal';
import { iso, isoOrNull } from '@/server/engine/runtime/timestamps';
import type { ActivityInstance, WorkItem } from '@/server/engine/core/state';

/** A human activity as its own row keeps it, with the seats that it had. */
export type PastActivity = Pick<
  ActivityInstance,
  'id' | 'elementId' | 'kind' | 'status' | 'visit' | 'startedAt' | 'endedAt' | 'group' | 'wayBack'
> & { seats: readonly PastSeat[] };

export type PastSeat = Omit<WorkItem, 'activityId' | 'seatOrder' | 'urgedAt' | 'elementId'>;

/**
 * A stretch of a request's past: so many entries of the journal, newest first, and the human activities that ended in that time (with
 * the newest stretch those that have not ended). Each stretch costs the same, however long the past is.
 */
export type TrailWindow = {
  journal: readonly JournalEntry[];
  activities: readonly PastActivity[];
  /** When each round was submitted, oldest first. */
  rounds: readonly { round: number; seq: number; at: string }[];
  /** There is more before it: the seq to go on from. */
  earlier: number | null;
};

/** Entries of the journal that one look at a request reads. */
export const STRETCH = 100;

export async function loadTrail(run: Runner, instanceId: string, before: number | null, limit: number): Promise<TrailWindow> {
  const { rows } = await run<{ trail: Stored }>({ name: 'request_trail', text: TRAIL, values: [instanceId, before, limit + 1] });
  const { journal, activities, rounds } = rows[0]?.trail ?? { journal: [], activities: [], rounds: [] };
  const shown = journal.slice(0, limit);
  return {
    journal: shown.map(unpackEntry),
    activities: activities.map(({ detail, seats, ...activity }) => ({
      ...activity,
      ...unpackDetail(detail),
      startedAt: iso(activity.startedAt),
      endedAt: isoOrNull(activity.endedAt),
      seats: seats.map((seat) => ({
        ...seat,
        candidates: seat.candidates ?? [],
        createdAt: iso(seat.createdAt),
        viewedAt: isoOrNull(seat.viewedAt),
        endedAt: isoOrNull(seat.endedAt),
        dueAt: isoOrNull(seat.dueAt),
      })),
    })),
    rounds: rounds.map((round) => ({ ...round, at: iso(round.at) })),
    earlier: journal.length > limit ? (shown.at(-1)?.seq ?? null) : null,
  };
}

// helpers //////////////////////

type Stored = {
  journal: StoredEntry[];
  activities: (Omit<PastActivity, 'group' | 'wayBack' | 'seats'> & {
    detail: StoredDetail | null;
    seats: (Omit<PastSeat, 'candidates'> & { candidates: string[] | null })[];
  })[];
  rounds: { round: number; seq: number; at: string }[];
};

/** One more entry than asked for tells whether there is more, and when the stretch begins. */
const TRAIL = `
with w as materialized (
  select * from portal.journal j where j.root_instance_id = $1 and ($2::int is null or j.seq < $2) order by j.seq desc limit $3
), edge as (
  select (select w.at from w order by w.seq limit 1 offset 0) as oldest, (select max(w.at) from w) as newest, (select count(*) from w) = $3 as cut
), a as (
  select a.* from portal.activity_instance a, edge e
  where a.root_instance_id = $1 and a.kind in ('userTask', 'sendTask', 'revise')
    and case when a.ended_at is null then $2 is null
      else (not e.cut or a.ended_at > e.oldest) and ($2 is null or a.ended_at <= e.newest) end
)
select json_build_object(
  'journal', coalesce((select json_agg(json_build_object(${JOURNAL_JSON}) order by j.seq desc) from w j), '[]'::json),
  'activities', coalesce((select json_agg(json_build_object('id', a.id, 'elementId', a.element_id, 'kind', a.kind, 'status', a.status, 'visit', a.visit,
      'startedAt', a.started_at, 'endedAt', a.ended_at, 'detail', a.detail,
      'seats', coalesce((select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'status', i.status, 'userId', i.user_id,
          'candidates', (select json_agg(c.user_id order by c.user_id) from portal.work_item_candidate c where c.root_instance_id = $1 and c.work_item_id = i.id),
          'onBehalfOf', i.on_behalf_of, 'seat', i.seat, 'parentSeatId', i.parent_seat_id, 'comment', i.comment, 'createdAt', i.created_at,
          'viewedAt', i.viewed_at, 'dueAt', i.due_at, 'endedAt', i.ended_at, 'reason', i.reason) order by i.seat_order, i.created_at, i.id)
        from portal.work_item i where i.root_instance_id = $1 and i.activity_id = a.id and i.kind <> 'read'), '[]'::json))) from a), '[]'::json),
  'rounds', coalesce((select json_agg(json_build_object('round', s.round, 'seq', s.seq, 'at', s.at) order by s.seq)
      from portal.snapshot s where s.root_instance_id = $1 and s."full" is not null), '[]'::json)
) as trail`;
