import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import type { WorkItem } from '@/server/engine/core/state';
import { requireOwnItem } from './own-item';
import { noteRead } from './read-receipt';

export const MarkReadInput = z.strictObject({ commandId: z.uuid(), workItemId: z.uuid() });
export type MarkReadInput = z.infer<typeof MarkReadInput>;

/** The reader confirms to have read it; confirming again changes nothing. */
export async function markRead(ctx: Ctx, input: MarkReadInput): Promise<{ workItemId: string; status: WorkItem['status'] }> {
  const { userId } = requireUser(ctx);
  const item = await requireOwnItem(userId, input.workItemId);
  if (item.kind !== 'read') throw new AppError('STATE_CONFLICT', { path: 'workItemId' });
  return { workItemId: input.workItemId, status: await noteRead(ctx, input.workItemId, item, 'done') };
}
