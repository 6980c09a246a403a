import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { decodeCursor, encodeCursor, idCursor, LAST_ID } from '@/server/instance/cursor';
import { pageInput } from '@/server/instance/inputs';
import { type Page, pageOf } from '@/server/page';
import { describe, ITEM_COLUMNS, ITEM_JOINS, type ItemRow } from './item-rows';
import type { ReadItem } from './task-views';
import { needsReceipt } from './receipt';

export const ToReadInput = z.strictObject({
  ...pageInput,
  /** Only what was not read yet; otherwise everything ever sent to the person. */
  unread: z.boolean().default(true),
});
export type ToReadInput = z.infer<typeof ToReadInput>;

/** What was sent to the person to read, newest first. */
export async function toRead(ctx: Ctx, input: ToReadInput): Promise<Page<ReadItem>> {
  const { userId } = requireUser(ctx);
  const after = decodeCursor(input.cursor, idCursor);
  const { rows } = await query<ItemRow>({
    name: input.unread ? 'to_read_list' : 'read_list',
    text: input.unread ? UNREAD : ALL,
    values: [userId, after?.[0] ?? LAST_ID, input.limit + 1],
  });
  const [describeRow, receipts] = await Promise.all([describe(rows, ctx.locale), receiptsOf(rows)]);
  return pageOf(
    rows,
    input.limit,
    (row): ReadItem => {
      const { process, elementName, applicant, department } = describeRow(row);
      return {
        workItemId: row.id,
        instanceId: row.root_instance_id,
        title: row.title,
        number: row.number,
        process,
        elementName,
        sender: applicant,
        department,
        status: row.status,
        createdAt: row.created_at,
        viewedAt: row.viewed_at,
        urgedAt: row.urged_at,
        receipt: receipts.get(row.id) ?? false,
      };
    },
    (row) => encodeCursor([row.id]),
  );
}

// helpers //////////////////////

async function receiptsOf(rows: readonly ItemRow[]): Promise<ReadonlyMap<string, boolean>> {
  return new Map(
    await Promise.all(rows.map(async (row) => [row.id, needsReceipt(await getDefinition(row.version_id), row.element_id)] as const)),
  );
}

const UNREAD = readSql('and o.open');
/** Nothing that was read is in an index of its own: the person's read items are few beside the decided ones. */
const ALL = readSql('and (o.open or o.ended_at is not null)');

function readSql(condition: string): string {
  return `
with w as (
  select o.* from portal.work_item o
  where o.user_id = $1 and o.kind = 'read' and o.id < $2::uuid ${condition}
  order by o.id desc limit $3
)
select ${ITEM_COLUMNS} from w ${ITEM_JOINS}
order by w.id desc`;
}
