import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';

export const ClaimInput = z.strictObject({ commandId: z.uuid(), workItemId: z.uuid() });
export type ClaimInput = z.infer<typeof ClaimInput>;

/** Takes an item that is offered to several: from now on it is the person's own. */
export async function claim(ctx: Ctx, input: ClaimInput): Promise<ActResult> {
  requireUser(ctx);
  const { commandId, workItemId } = input;
  return toActResult(
    await execute(ctx, { command: { type: 'claim', workItemId }, commandId, requestHash: requestHash(ctx, 'task.claim', input) }),
  );
}
