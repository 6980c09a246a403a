import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { InstanceOutcome, InstanceStatus } from '@/server/engine/core/state';
import { decodeCursor, encodeCursor, LAST_ID, timeCursor } from '@/server/instance/cursor';
import { pageInput } from '@/server/instance/inputs';
import { sealOf } from '@/server/instance/seal';
import { describe, type Described, ITEM_COLUMNS, ITEM_JOINS, type ItemRow } from './item-rows';
import type { DoneItem } from './task-views';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { type Page, pageOf } from '@/server/page';

export const DoneInput = z.strictObject({ ...pageInput, processId: z.uuid().optional(), text: searchInput.optional() });
export type DoneInput = z.infer<typeof DoneInput>;

/** What the person has decided, newest first, and what has become of it. */
export async function done(ctx: Ctx, input: DoneInput): Promise<Page<DoneItem>> {
  const { userId } = requireUser(ctx);
  const after = decodeCursor(input.cursor, timeCursor);
  const values = [
    userId,
    after?.[0] ?? 'infinity',
    after?.[1] ?? LAST_ID,
    input.limit + 1,
    input.processId ?? null,
    likePattern(input.text),
  ];
  const { rows } = await query<Row>({ name: 'done_list', text: DONE, values });
  const describeRow = await describe(rows, ctx.locale);
  return pageOf(
    rows,
    input.limit,
    (row) => toDone(row, describeRow(row)),
    (row) => encodeCursor([row.ended_at, row.id]),
  );
}

// helpers //////////////////////

type Row = ItemRow & { instance_status: InstanceStatus; outcome: InstanceOutcome | null; rework: boolean; mine: boolean };

function toDone(row: Row, { elementName, applicant, department, onBehalfOf, process, summary }: Described): DoneItem {
  return {
    workItemId: row.id,
    instanceId: row.root_instance_id,
    title: row.title,
    number: row.number,
    process,
    elementName,
    applicant,
    department,
    decision: row.status,
    comment: row.comment,
    onBehalfOf,
    endedAt: row.ended_at ?? row.created_at,
    seal: sealOf({ status: row.instance_status, outcome: row.outcome, rework: row.rework, mine: row.mine }),
    summary,
  };
}

const DONE = `
with w as (
  select o.* from portal.work_item o
  where o.user_id = $1 and not o.open and o.ended_at is not null and (o.ended_at, o.id) < ($2::timestamptz, $3::uuid)
    and o.kind <> 'read' and o.status in ('approved', 'rejected', 'returned', 'done', 'transferred')
    and ($5::uuid is null or o.process_id = $5)
    and ($6::text is null or exists (select from portal.process_instance t where t.root_instance_id = o.root_instance_id and t.id = o.root_instance_id and (t.title ilike $6 or t.number ilike $6)))
  order by o.ended_at desc, o.id desc limit $4
)
select ${ITEM_COLUMNS}, i.outcome,
  exists (select from portal.activity_instance r where r.root_instance_id = w.root_instance_id and r.status = 'active' and r.kind = 'revise') as rework,
  exists (select from portal.work_item m where m.root_instance_id = w.root_instance_id and m.open and m.user_id = $1 and m.kind <> 'read') as mine
from w ${ITEM_JOINS}
order by w.ended_at desc, w.id desc`;
