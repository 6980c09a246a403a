import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from '@/server/instance/act-result';
import { writtenText } from '@/server/instance/inputs';
import { requestHash } from '@/server/instance/request-hash';
import type { ActResult } from '@/server/instance/views';

export const AddSignInput = z.strictObject({
  commandId: z.uuid(),
  workItemId: z.uuid(),
  position: z.enum(['before', 'after', 'parallel']),
  /** How they decide among themselves; beside the own vote the group's rule counts them. */
  rule: z.enum(['all', 'any', 'sequential']),
  userIds: z.array(z.uuid()).min(1).max(20),
  comment: writtenText,
});
export type AddSignInput = z.infer<typeof AddSignInput>;

/** Asks others to sign too: before the own vote, after it, or beside it. */
export async function addSign(ctx: Ctx, input: AddSignInput): Promise<ActResult> {
  requireUser(ctx);
  const { commandId, ...asked } = input;
  const command = { type: 'addSign', ...asked } as const;
  return toActResult(await execute(ctx, { command, commandId, requestHash: requestHash(ctx, 'task.addSign', input) }));
}
