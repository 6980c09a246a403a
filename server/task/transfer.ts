import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { writtenText } from '@/server/instance/inputs';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';

export const TransferInput = z.strictObject({ commandId: z.uuid(), workItemId: z.uuid(), toUserId: z.uuid(), comment: writtenText });
export type TransferInput = z.infer<typeof TransferInput>;

/** Hands an own work item to somebody else, who decides in the person's place. */
export async function transfer(ctx: Ctx, input: TransferInput): Promise<ActResult> {
  requireUser(ctx);
  const { commandId, workItemId, toUserId, comment } = input;
  const command = { type: 'transfer', workItemId, toUserId, comment } as const;
  return toActResult(await execute(ctx, { command, commandId, requestHash: requestHash(ctx, 'task.transfer', input) }));
}
