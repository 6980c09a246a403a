import type { FormValues } from '@/forms/schema/values';
import { AppError } from '@/lib/errors';
import { query } from '@/server/db/client';
import type { DataChange } from '@/server/engine/core/event';
import type { WorkItem } from '@/server/engine/core/state';
import { iso, isoOrNull } from '@/server/engine/runtime/timestamps';
import { JOURNAL_JSON, type JournalEntry, type StoredEntry, unpackEntry } from '@/server/engine/runtime/read-journal';

/** All of a request that is not live any more, and what stands beside it, as of one snapshot. */
export type History = {
  process: { id: string; key: string; zh: string; en: string; icon: string; versionNo: number; xml: string };
  department: { id: string; zh: string; en: string } | null;
  journal: JournalEntry[];
  snapshots: {
    seq: number;
    at: string;
    round: number;
    elementId: string | null;
    actorId: string | null;
    changes: DataChange[];
    full: FormValues | null;
  }[];
  comments: { id: string; authorId: string; text: string; at: string }[];
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

type Row = Omit<History, 'journal'> & { journal: StoredEntry[] };

export async function loadHistory(instanceId: string): Promise<History> {
  const { rows } = await query<{ history: Row }>({ name: 'request_history', text: HISTORY, values: [instanceId] });
  const history = rows[0]?.history;
  if (!history) throw new AppError('NOT_FOUND');
  return {
    ...history,
    journal: history.journal.map(unpackEntry),
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
  'process', json_build_object('id', p.id, 'key', p.key, 'zh', p.name_zh, 'en', p.name_en, 'icon', p.icon, 'versionNo', v.no, 'xml', v.xml),
  'department', (select json_build_object('id', d.id, 'zh', d.name_zh, 'en', d.name_en) from portal.department d where d.id = i.department_id),
  'journal', coalesce((select json_agg(json_build_object(${JOURNAL_JSON}) order by j.seq) from portal.journal j where j.root_instance_id = $1), '[]'::json),
  'snapshots', coalesce((select json_agg(json_build_object('seq', s.seq, 'at', s.at, 'round', s.round, 'elementId', s.element_id, 'actorId', s.actor_id,
      'changes', s.changes, 'full', s."full") order by s.seq) from portal.snapshot s where s.root_instance_id = $1), '[]'::json),
  'comments', coalesce((select json_agg(json_build_object('id', c.id, 'authorId', c.author_id, 'text', c.text, 'at', c.at) order by c.at, c.id)
      from portal.comment c where c.root_instance_id = $1), '[]'::json),
  'reads', coalesce((select json_agg(json_build_object('id', w.id, 'elementId', w.element_id, 'userId', w.user_id, 'status', w.status, 'createdAt', w.created_at,
      'viewedAt', w.viewed_at, 'endedAt', w.ended_at, 'urgedAt', w.urged_at) order by w.id)
      from portal.work_item w where w.root_instance_id = $1 and w.kind = 'read' and w.user_id is not null and w.status <> 'cancelled'), '[]'::json)
) as history
from portal.process_instance i join portal.process p on p.id = i.process_id join portal.process_version v on v.id = i.version_id
where i.root_instance_id = $1 and i.id = $1`;
