import { can, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { InstanceOutcome, InstanceStatus } from '@/server/engine/core/state';
import { sealOf } from '@/server/instance/seal';
import { likePattern } from '@/server/like-pattern';
import { monitorScope, scopePrefixes } from '@/server/monitor/scope';
import type { FoundRequest } from './found';

/**
 * Requests by number, business key or words of the title, newest first, of those that the person may see. A number or a key is found
 * through its index however old it is. Words are looked for where the person has been lately: Chinese has no word breaks to index by,
 * and a title is remembered while it is fresh, so the search reads a bounded number of rows whatever the history.
 */
export async function findRequests(ctx: Ctx, text: string, limit: number): Promise<readonly FoundRequest[]> {
  const { userId } = requireUser(ctx);
  const watches = can(ctx, 'instance.monitor') || can(ctx, 'instance.operate') || can(ctx, 'audit.read');
  const scope = watches ? scopePrefixes(await monitorScope(ctx)) : [];
  const { rows } = await query<Row>({
    name: 'search_requests',
    text: STATEMENT,
    values: [userId, scope, likePattern(text), ...numberRange(text), text, limit],
  });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    seal: sealOf({ status: row.status, outcome: row.outcome, rework: row.rework, mine: row.mine }),
    processName: { zh: row.name_zh, en: row.name_en },
    applicant: { id: row.applicant_id, name: row.applicant, nameEn: row.applicant_en },
  }));
}

// helpers //////////////////////

type Row = {
  id: string;
  number: string;
  title: string;
  status: InstanceStatus;
  outcome: InstanceOutcome | null;
  rework: boolean;
  mine: boolean;
  name_zh: string;
  name_en: string;
  applicant_id: string;
  applicant: string;
  applicant_en: string;
};

/** The numbers that begin so, as bounds of the index. They are written in capitals; two characters would be half of the company's requests. */
function numberRange(text: string): [from: string | null, below: string | null] {
  const number = text.toUpperCase();
  return number.length < 3 ? [null, null] : [number, `${number}\u{10ffff}`];
}

/** $2: null = may see all; otherwise the departments in which the person watches, none for most. */
const STATEMENT = `
with own as (
  select i.root_instance_id, i.title, i.number from portal.process_instance i where i.applicant_id = $1 order by i.id desc limit 500
), seats as (
  (select w.root_instance_id from portal.work_item w where w.user_id = $1 and w.kind = 'task' and w.open order by w.id desc limit 300)
  union (select w.root_instance_id from portal.work_item w where w.user_id = $1 and w.kind = 'read' and w.open order by w.id desc limit 300)
  union (select w.root_instance_id from portal.work_item w where w.user_id = $1 and not w.open and w.ended_at is not null order by w.ended_at desc, w.id desc limit 500)
  union (select c.root_instance_id from portal.work_item_candidate c where c.user_id = $1 order by c.work_item_id desc limit 300)
), watched as (
  select i.root_instance_id, i.title, i.number, i.department_path from portal.process_instance i
  where $2::text[] is null or $2 <> '{}' order by i.root_instance_id desc limit 2000
), found as (
  select o.root_instance_id from own o where o.title ilike $3 or o.number ilike $3
  union select s.root_instance_id from seats s join portal.process_instance i on i.root_instance_id = s.root_instance_id and i.id = s.root_instance_id
    where i.title ilike $3 or i.number ilike $3
  union select v.root_instance_id from watched v where (v.title ilike $3 or v.number ilike $3) and ($2 is null or v.department_path like any($2))
  union (select i.root_instance_id from portal.process_instance i where i.number ~>=~ $4 and i.number ~<~ $5 order by i.number using ~>~ limit 100)
  union (select i.root_instance_id from portal.process_instance i where i.business_key = $6 and i.process_id in (select id from portal.process) limit 50)
)
select i.root_instance_id as id, i.number, i.title, i.status, i.outcome, p.name_zh, p.name_en, i.applicant_id, u.name as applicant, u.name_en as applicant_en,
  exists (select from portal.activity_instance a where a.root_instance_id = i.root_instance_id and a.status = 'active' and a.kind = 'revise') as rework,
  exists (select from portal.work_item w where w.root_instance_id = i.root_instance_id and w.open and w.kind <> 'read' and w.user_id = $1) as mine
from found f
join portal.process_instance i on i.root_instance_id = f.root_instance_id and i.id = f.root_instance_id
join portal.process p on p.id = i.process_id
join portal."user" u on u.id = i.applicant_id
where $2::text[] is null or i.applicant_id = $1 or $1 = any(p.owner_ids) or i.department_path like any($2)
  or exists (select from portal.work_item w where w.root_instance_id = i.root_instance_id and (w.user_id = $1 or w.on_behalf_of = $1))
  or exists (select from portal.work_item_candidate c where c.root_instance_id = i.root_instance_id and c.user_id = $1)
order by (i.number = upper($6) or coalesce(i.business_key, '') = $6) desc, i.root_instance_id desc
limit $7`;
