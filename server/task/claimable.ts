import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { decodeCursor, encodeCursor, idCursor, LAST_ID } from '@/server/instance/cursor';
import { pageInput } from '@/server/instance/inputs';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { type Page, pageOf } from '@/server/page';
import { describe, ITEM_COLUMNS, ITEM_JOINS, type ItemRow, toInboxItem } from './item-rows';
import type { InboxItem } from './task-views';

export const ClaimableInput = z.strictObject({ ...pageInput, text: searchInput.optional() });
export type ClaimableInput = z.infer<typeof ClaimableInput>;

/** What is offered to the person among others and nobody has taken yet, newest first. */
export async function claimable(ctx: Ctx, input: ClaimableInput): Promise<Page<InboxItem>> {
  const { userId } = requireUser(ctx);
  const after = decodeCursor(input.cursor, idCursor);
  const { rows } = await query<ItemRow>({
    name: 'claimable_list',
    text: CLAIMABLE,
    values: [userId, after?.[0] ?? LAST_ID, input.limit + 1, likePattern(input.text)],
  });
  const describeRow = await describe(rows, ctx.locale);
  return pageOf(
    rows,
    input.limit,
    (row) => toInboxItem(row, describeRow(row), 'claim'),
    (row) => encodeCursor([row.id]),
  );
}

const CLAIMABLE = `
with w as (
  select o.* from portal.work_item_candidate c
  join portal.work_item o on o.root_instance_id = c.root_instance_id and o.id = c.work_item_id and o.open and o.user_id is null
  where c.user_id = $1 and c.work_item_id < $2::uuid
    and ($4::text is null or exists (select from portal.process_instance t where t.root_instance_id = o.root_instance_id and t.id = o.root_instance_id and (t.title ilike $4 or t.number ilike $4)))
  order by c.work_item_id desc limit $3
)
select ${ITEM_COLUMNS} from w ${ITEM_JOINS}
order by w.id desc`;
