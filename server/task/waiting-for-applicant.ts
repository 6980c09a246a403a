import { query } from '@/server/db/client';
import { loadPeople } from '@/server/instance/people';
import type { WaitingForApplicant } from './task-views';

type Row = {
  id: string;
  title: string;
  number: string;
  process_id: string;
  key: string;
  name_zh: string;
  name_en: string;
  icon: string;
  applicant_id: string;
  decision: 'returned' | 'rejected';
  ended_at: string;
  comment: string | null;
};

/** Requests that this person sent back and that their applicants still have; looked for among the person's newest 200 decisions. */
export async function waitingForApplicant(userId: string): Promise<WaitingForApplicant[]> {
  const { rows } = await query<Row>({ name: 'waiting_for_applicant', text: WAITING, values: [userId] });
  const people = await loadPeople(rows.map((row) => row.applicant_id));
  return rows.map((row) => ({
    instanceId: row.id,
    title: row.title,
    number: row.number,
    process: { id: row.process_id, key: row.key, name: { zh: row.name_zh, en: row.name_en }, icon: row.icon },
    applicant: people.of(row.applicant_id),
    decision: row.decision,
    at: row.ended_at,
    comment: row.comment,
  }));
}

const WAITING = `
with mine as materialized (
  select w.root_instance_id, w.status, w.ended_at, w.comment, w.id from portal.work_item w
  where w.user_id = $1::uuid and not w.open and w.ended_at is not null
  order by w.ended_at desc, w.id desc limit 200
)
select distinct on (m.ended_at, m.root_instance_id) i.id, i.title, i.number, i.process_id, p.key, p.name_zh, p.name_en, p.icon, i.applicant_id,
  m.status as decision, m.ended_at, m.comment
from mine m
join portal.process_instance i on i.root_instance_id = m.root_instance_id and i.id = m.root_instance_id and i.ended_at is null and i.applicant_id <> $1
join portal.process p on p.id = i.process_id
join portal.activity_instance a on a.root_instance_id = m.root_instance_id and a.status = 'active' and a.kind = 'revise'
  and a.detail->'wayBack'->>'byUserId' = ($1::uuid)::text and a.started_at = m.ended_at
where m.status in ('returned', 'rejected')
order by m.ended_at desc, m.root_instance_id
limit 50`;
