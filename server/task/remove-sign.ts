import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { writtenText } from '@/server/instance/inputs';
import { requireSight } from '@/server/instance/policy';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';

export const RemoveSignInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), workItemId: z.uuid(), reason: writtenText });
export type RemoveSignInput = z.infer<typeof RemoveSignInput>;

/** Takes an added signer out who has not decided yet: for whoever added that person, and for administrators. */
export async function removeSign(ctx: Ctx, input: RemoveSignInput): Promise<ActResult> {
  const { administers } = await requireSight(ctx, input.instanceId);
  if (input.reason === '') throw new AppError('REASON_REQUIRED', { path: 'reason' });
  const { commandId, instanceId, workItemId, reason } = input;
  const command = { type: 'removeSign', workItemId, administers, reason } as const;
  const result = await execute(ctx, {
    rootInstanceId: instanceId,
    command,
    commandId,
    requestHash: requestHash(ctx, 'task.removeSign', input),
  });
  return toActResult(result);
}
