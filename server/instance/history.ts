import type { FormValues } from '@/forms/schema/values';
import { AppError } from '@/lib/errors';
import { query } from '@/server/db/client';
import type { DataChange } from '@/server/engine/core/event';
import type { ActivityStatus, WorkItem } from '@/server/engine/core/state';
import { iso, isoOrNull } from '@/server/engine/runtime/timestamps';

/** What stands beside the live state of a request: bounded, however long it has been running. What happened comes in stretches (trail-window.ts). */
export type History = {
  process: { id: string; key: string; zh: string; en: string; icon: string; versionNo: number; xml: string; retired: boolean };
  department: { id: string; zh: string; en: string } | null;
  /** Every element that was active: how often, when last, who decided there and how it ended, by which flows it was reached. */
  places: {
    elementId: string;
    visits: number;
    lastAt: string;
    outcome: 'approved' | 'rejected' | 'returned' | null;
    status: ActivityStatus;
    people: string[] | null;
    flows: string[] | null;
  }[];
  snapshots: {
    seq: number;
    at: string;
    round: number;
    elementId: string | null;
    actorId: string | null;
    changes: DataChange[];
    full: FormValues | null;
  }[];
  comments: { id: string; authorId: string; text: string; at: string; mentions: string[] }[];
  reads: {
    id: string;
    elementId: string;
    userId: string;
    status: WorkItem['status'];
    createdAt: string;
    viewedAt: string | null;
    endedAt: string | null;
    urgedAt: string | null;
  }[];
};

/** Of what a person reads through: what is older stands in the journal. */
const NEWEST = 200;

export async function loadHistory(instanceId: string): Promise<History> {
  const { rows } = await query<{ history: History }>({ name: 'request_history', text: HISTORY, values: [instanceId] });
  const history = rows[0]?.history;
  if (!history) throw new AppError('NOT_FOUND');
  return {
    ...history,
    places: history.places.map((place) => ({ ...place, lastAt: iso(place.lastAt) })),
    snapshots: history.snapshots.map((snapshot) => ({ ...snapshot, at: iso(snapshot.at) })),
    comments: history.comments.map((comment) => ({ ...comment, at: iso(comment.at) })),
    reads: history.reads.map((read) => ({
      ...read,
      createdAt: iso(read.createdAt),
      viewedAt: isoOrNull(read.viewedAt),
      endedAt: isoOrNull(read.endedAt),
      urgedAt: isoOrNull(read.urgedAt),
    })),
  };
}

const HISTORY = `
select json_build_object(
  'process', json_build_object('id', p.id, 'key', p.key, 'zh', p.name_zh, 'en', p.name_en, 'icon', p.icon, 'versionNo', v.no, 'xml', v.xml, 'retired', p.retired_at is not null),
  'department', (select json_build_object('id', d.id, 'zh', d.name_zh, 'en', d.name_en) from portal.department d where d.id = i.department_id),
  'places', coalesce((select json_agg(json_build_object('elementId', e.element_id, 'visits', e.visits, 'lastAt', e.last_at, 'flows', e.flows, 'status', e.status,
      'people', (select json_agg(d.user_id order by d.first) from (select w.user_id, min(w.ended_at) as first from portal.work_item w
        where w.root_instance_id = $1 and w.element_id = e.element_id and w.user_id is not null and w.status in ('approved', 'rejected', 'returned')
        group by w.user_id) d),
      'outcome', case when exists (select from portal.work_item w where w.root_instance_id = $1 and w.activity_id = e.last_id and w.status = 'returned') then 'returned'
        else e.outcome end))
    from (select a.element_id, max(a.visit) as visits, max(a.started_at) as last_at, (array_agg(a.id order by a.started_at desc))[1] as last_id,
        (array_agg(a.status order by a.started_at desc))[1] as status,
        (array_agg(case when a.detail->'group'->'rule'->>'rule' is distinct from 'auto' then a.detail->'group'->>'outcome' end order by a.started_at desc))[1] as outcome,
        array_agg(distinct a.via_flow) filter (where a.via_flow is not null) as flows
      from portal.activity_instance a where a.root_instance_id = $1 and a.kind <> 'revise' group by a.element_id) e), '[]'::json),
  'snapshots', coalesce((select json_agg(json_build_object('seq', s.seq, 'at', s.at, 'round', s.round, 'elementId', s.element_id, 'actorId', s.actor_id,
      'changes', s.changes, 'full', s."full") order by s.seq)
      from (select * from portal.snapshot n where n.root_instance_id = $1 order by n.seq desc limit ${NEWEST}) s), '[]'::json),
  'comments', coalesce((select json_agg(json_build_object('id', c.id, 'authorId', c.author_id, 'text', c.text, 'at', c.at, 'mentions', c.mentions) order by c.at, c.id)
      from (select * from portal.comment n where n.root_instance_id = $1 order by n.id desc limit ${NEWEST}) c), '[]'::json),
  'reads', coalesce((select json_agg(json_build_object('id', w.id, 'elementId', w.element_id, 'userId', w.user_id, 'status', w.status, 'createdAt', w.created_at,
      'viewedAt', w.viewed_at, 'endedAt', w.ended_at, 'urgedAt', w.urged_at) order by w.id)
      from portal.work_item w where w.root_instance_id = $1 and w.kind = 'read' and w.user_id is not null and w.status <> 'cancelled'), '[]'::json)
) as history
from portal.process_instance i join portal.process p on p.id = i.process_id join portal.process_version v on v.id = i.version_id
where i.root_instance_id = $1 and i.id = $1`;
