import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import type { WorkItem } from '@/server/engine/core/state';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { execute } from '@/server/engine/runtime/execute';
import { requestHash } from '@/server/instance/request-hash';
import { requireOwnItem } from './own-item';
import { noteRead } from './read-receipt';
import { needsReceipt } from './receipt';

export const ViewInput = z.strictObject({ commandId: z.uuid(), workItemId: z.uuid() });
export type ViewInput = z.infer<typeof ViewInput>;

/** Notes that its person has opened an item. What need not be confirmed counts as read with that. Seeing again changes nothing. */
export async function view(ctx: Ctx, input: ViewInput): Promise<{ workItemId: string; status: WorkItem['status'] }> {
  const { userId } = requireUser(ctx);
  const { commandId, workItemId } = input;
  const item = await requireOwnItem(userId, workItemId);
  if (item.kind === 'read') {
    const confirm = needsReceipt(await getDefinition(item.versionId), item.elementId);
    return { workItemId, status: await noteRead(ctx, workItemId, item, confirm ? 'viewed' : 'done') };
  }
  if (item.status !== 'unread') return { workItemId, status: item.status };
  await execute(ctx, {
    rootInstanceId: item.rootInstanceId,
    command: { type: 'view', workItemId },
    commandId,
    requestHash: requestHash(ctx, 'task.view', input),
  });
  return { workItemId, status: (await requireOwnItem(userId, workItemId)).status };
}
