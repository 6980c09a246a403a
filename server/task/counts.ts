import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { capped, COUNT_CAP } from './capped';
import { dayBounds } from './day-bounds';
import type { TaskCounts } from './task-views';

export const CountsInput = z.strictObject({});
export type CountsInput = z.infer<typeof CountsInput>;

/** The numbers beside the navigation: one query, each number counted up to 1,000. */
export async function counts(ctx: Ctx, _input: CountsInput): Promise<TaskCounts> {
  const { userId } = requireUser(ctx);
  const { now, dayEnd } = dayBounds(ctx.now(), ctx.timeZone);
  const { rows } = await query<Record<keyof TaskCounts, number>>({
    name: 'task_counts',
    text: COUNTS,
    values: [userId, now, dayEnd, COUNT_CAP + 1],
  });
  const of = (name: keyof TaskCounts) => capped(rows[0]?.[name] ?? 0);
  return {
    todo: of('todo'),
    overdue: of('overdue'),
    today: of('today'),
    claimable: of('claimable'),
    toRead: of('toRead'),
    mine: of('mine'),
    drafts: of('drafts'),
  };
}

const OWN = 'portal.work_item w where w.user_id = $1 and w.open';
const DUE = `${OWN} and w.due_at is not null and w.kind <> 'read'`;

const COUNTS = `
select
  (select count(*)::int from ((select from ${OWN} and w.kind = 'task' limit $4) union all (select from ${OWN} and w.kind = 'revise' limit $4)) n) as todo,
  (select count(*)::int from (select from ${DUE} and w.due_at < $2::timestamptz limit $4) n) as overdue,
  (select count(*)::int from (select from ${DUE} and w.due_at >= $2::timestamptz and w.due_at < $3::timestamptz limit $4) n) as today,
  (select count(*)::int from (select from portal.work_item_candidate c join portal.work_item w on w.root_instance_id = c.root_instance_id and w.id = c.work_item_id
     where c.user_id = $1 and w.open and w.user_id is null limit $4) n) as claimable,
  (select count(*)::int from (select from ${OWN} and w.kind = 'read' limit $4) n) as "toRead",
  (select count(*)::int from (select from portal.process_instance i where i.applicant_id = $1 and i.ended_at is null limit $4) n) as mine,
  (select count(*)::int from (select from portal.request_draft d where d.user_id = $1 limit $4) n) as drafts`;
