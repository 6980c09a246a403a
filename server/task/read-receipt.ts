import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { WorkItem } from '@/server/engine/core/state';
import { emitCommitted } from '@/server/engine/runtime/committed';
import type { OwnItem } from './own-item';

/**
 * Notes on an item to read that its person has seen it (`viewed`) or read it (`done`), once: the first time stays. The item's own
 * row is the record of who has read and when. It goes past the engine, because it moves nothing: a thousand readers of one
 * notice would otherwise queue for its version (docs/adr/0007).
 */
export async function noteRead(ctx: Ctx, workItemId: string, item: OwnItem, status: 'viewed' | 'done'): Promise<WorkItem['status']> {
  const { rows } = await query<{ status: WorkItem['status'] }>({
    name: `read_note_${status}`,
    text: status === 'viewed' ? VIEWED : DONE,
    values: [item.rootInstanceId, workItemId, ctx.now().toISOString()],
  });
  if (rows[0]) emitCommitted({ rootInstanceId: item.rootInstanceId, jobs: false, outbox: false });
  return rows[0]?.status ?? item.status;
}

const VIEWED = `update portal.work_item set status = 'viewed', viewed_at = $3::timestamptz
where root_instance_id = $1 and id = $2 and kind = 'read' and status = 'unread' returning status`;

const DONE = `update portal.work_item set status = 'done', open = false, viewed_at = coalesce(viewed_at, $3::timestamptz), ended_at = $3::timestamptz
where root_instance_id = $1 and id = $2 and kind = 'read' and open returning status`;
