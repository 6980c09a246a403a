import { AppError } from '@/lib/errors';
import { query } from '@/server/db/client';
import type { WorkItem } from '@/server/engine/core/state';

export type OwnItem = { rootInstanceId: string; versionId: string; elementId: string; kind: WorkItem['kind']; status: WorkItem['status'] };

type Row = { root_instance_id: string; version_id: string; element_id: string; kind: OwnItem['kind']; status: OwnItem['status'] };

/** An item of the person's own, or one offered to him or her, open or not; for anybody else it does not exist. */
export async function requireOwnItem(userId: string, workItemId: string): Promise<OwnItem> {
  const { rows } = await query<Row>({
    name: 'own_item_read',
    text: `select w.root_instance_id, i.version_id, w.element_id, w.kind, w.status
           from portal.work_item w join portal.process_instance i on i.root_instance_id = w.root_instance_id and i.id = w.root_instance_id
           where w.id = $1 and (w.user_id = $2 or w.user_id is null and exists (
             select from portal.work_item_candidate c where c.root_instance_id = w.root_instance_id and c.work_item_id = w.id and c.user_id = $2))`,
    values: [workItemId, userId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return { rootInstanceId: row.root_instance_id, versionId: row.version_id, elementId: row.element_id, kind: row.kind, status: row.status };
}
