import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from './act-result';
import { writtenText } from './inputs';
import { requireApplicant } from './policy';
import { requestHash } from './request-hash';
import type { ActResult } from './views';

export const UrgeInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), comment: writtenText });
export type UrgeInput = z.infer<typeof UrgeInput>;

/** Reminds whoever has it now, each at most once an hour. The applicant may, and who administers the process. */
export async function urge(ctx: Ctx, input: UrgeInput): Promise<ActResult> {
  await requireApplicant(ctx, input.instanceId, { orAdministrator: true });
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
