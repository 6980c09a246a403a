import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from './act-result';
import { writtenText } from './inputs';
import { requireApplicant } from './policy';
import { requestHash } from './request-hash';
import type { ActResult } from './views';

export const UrgeInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), comment: writtenText });
export type UrgeInput = z.infer<typeof UrgeInput>;

/** Reminds whoever has it now, each at most once an hour. The applicant may; so may who administers the process, and says why. */
export async function urge(ctx: Ctx, input: UrgeInput): Promise<ActResult> {
  const sight = await requireApplicant(ctx, input.instanceId, { orAdministrator: true });
  if (!sight.applicant && input.comment === '') throw new AppError('REASON_REQUIRED', { path: 'comment' });
  const command = { type: 'urge', comment: input.comment } as const;
  return toActResult(
    await execute(ctx, {
      rootInstanceId: input.instanceId,
      command,
      commandId: input.commandId,
      requestHash: requestHash(ctx, 'instance.urge', input),
    }),
  );
}
