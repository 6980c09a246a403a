import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';

export const ReleaseInput = z.strictObject({ commandId: z.uuid(), workItemId: z.uuid() });
export type ReleaseInput = z.infer<typeof ReleaseInput>;

/** Gives a claimed item back to those it was offered to. */
export async function release(ctx: Ctx, input: ReleaseInput): Promise<ActResult> {
  requireUser(ctx);
  const { commandId, workItemId } = input;
  return toActResult(
    await execute(ctx, { command: { type: 'release', workItemId }, commandId, requestHash: requestHash(ctx, 'task.release', input) }),
  );
}
