import { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { ordinal } from '@/server/input';
import { writtenText } from '@/server/instance/inputs';
import { rowRefusal } from '@/server/instance/row-refusal';
import { decideTask } from './decide';

/** Nobody has looked at more, and one call is not busy for longer. */
export const MOST_APPROVED_AT_ONCE = 50;

export const ApproveManyInput = z.strictObject({
  /** Goes with each of them. */
  comment: writtenText,
  rows: z
    .array(z.strictObject({ commandId: z.uuid(), workItemId: z.uuid(), rev: ordinal(0) }))
    .min(1)
    .max(MOST_APPROVED_AT_ONCE),
});
export type ApproveManyInput = z.infer<typeof ApproveManyInput>;

export type ApprovedRow =
  | { commandId: string; workItemId: string; ok: true }
  | { commandId: string; workItemId: string; ok: false; code: ErrorCode /** Why not, in the reader's language. */; message: string };

/**
 * Approves several own items as they stand in the list, without changes. Each row is the single verb with a command id of its own:
 * checked, journalled and repeatable by itself, so that one that is refused holds up none of the others.
 */
export async function approveMany(ctx: Ctx, { comment, rows }: ApproveManyInput): Promise<{ rows: readonly ApprovedRow[] }> {
  requireUser(ctx);
  const done: ApprovedRow[] = [];
  for (const { commandId, workItemId, rev } of rows) {
    try {
      await decideTask(ctx, { commandId, workItemId, rev, comment, decision: 'approve', values: {}, chosen: {}, documents: [] });
      done.push({ commandId, workItemId, ok: true });
    } catch (thrown) {
      done.push({ commandId, workItemId, ok: false, ...rowRefusal(ctx, thrown, { workItemId }) });
    }
  }
  return { rows: done };
}
