import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { notAtOnce } from './at-once';
import { dayBounds } from './day-bounds';
import { describe, ITEM_COLUMNS, ITEM_JOINS, type ItemRow, toInboxItem } from './item-rows';
import type { PlacedItem } from './task-views';

export const InboxItemInput = z.strictObject({ workItemId: z.uuid() });
export type InboxItemInput = z.infer<typeof InboxItemInput>;

/** One item of the inbox, however deep in the list, with the part of it where it stands; null when it is not there (any more). */
export async function inboxItem(ctx: Ctx, { workItemId }: InboxItemInput): Promise<PlacedItem | null> {
  const { userId } = requireUser(ctx);
  const { now, dayEnd, weekEnd } = dayBounds(ctx.now(), ctx.timeZone);
  const { rows } = await query<ItemRow & { group: PlacedItem['group'] }>({
    name: 'inbox_item',
    text: ITEM,
    values: [userId, now, dayEnd, weekEnd, workItemId],
  });
  const [row] = rows;
  if (!row) return null;
  const [describeRow, why] = await Promise.all([describe([row], ctx.locale), notAtOnce([row], userId, now)]);
  return { group: row.group, item: toInboxItem(row, describeRow(row), row.group === 'claimable' ? 'claim' : why(row)) };
}

// helpers //////////////////////

const ITEM = `
with w as materialized (
  select w.*, case
    when w.user_id is null then 'claimable'
    when w.due_at < $2::timestamptz then 'overdue'
    when w.due_at < $3::timestamptz then 'today'
    when w.due_at < $4::timestamptz then 'week'
    else 'later' end as "group"
  from portal.work_item w
  where w.id = $5 and w.open and w.kind <> 'read' and (w.user_id = $1 or w.user_id is null and exists (
    select from portal.work_item_candidate c where c.root_instance_id = w.root_instance_id and c.work_item_id = w.id and c.user_id = $1))
)
select w."group", ${ITEM_COLUMNS} from w ${ITEM_JOINS}`;
