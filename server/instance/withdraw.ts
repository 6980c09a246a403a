import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from './act-result';
import { writtenText } from './inputs';
import { requireApplicant } from './policy';
import { requestHash } from './request-hash';
import type { ActResult } from './views';

export const WithdrawInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), reason: writtenText });
export type WithdrawInput = z.infer<typeof WithdrawInput>;

/** The applicant takes the request away, as long as the process lets him or her. */
export async function withdraw(ctx: Ctx, input: WithdrawInput): Promise<ActResult> {
  await requireApplicant(ctx, input.instanceId);
  const command = { type: 'withdraw', reason: input.reason } as const;
  return toActResult(
    await execute(ctx, {
      rootInstanceId: input.instanceId,
      command,
      commandId: input.commandId,
      requestHash: requestHash(ctx, 'instance.withdraw', input),
    }),
  );
}
