import { z } from 'zod';
import { AppError, type ErrorCode } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { markRead } from './mark-read';

export const MarkReadManyInput = z.strictObject({ commandId: z.uuid(), workItemIds: z.array(z.uuid()).min(1).max(100) });
export type MarkReadManyInput = z.infer<typeof MarkReadManyInput>;

/** Confirms several at once. Each stands for itself: what cannot be confirmed says why, the others are. */
export async function markReadMany(
  ctx: Ctx,
  { commandId, workItemIds }: MarkReadManyInput,
): Promise<{ read: number; refused: readonly { workItemId: string; code: ErrorCode }[] }> {
  requireUser(ctx);
  const refused: { workItemId: string; code: ErrorCode }[] = [];
  const wanted = [...new Set(workItemIds)];
  for (const workItemId of wanted) {
    try {
      await markRead(ctx, { commandId, workItemId });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ workItemId, code: error.code });
    }
  }
  return { read: wanted.length - refused.length, refused };
}
