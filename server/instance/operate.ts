import { AppError } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from './act-result';
import { requireOperator } from './policy';
import { requestHash } from './request-hash';
import type { ActResult } from './views';

type Operation = { verb: string; input: { commandId: string; instanceId: string; reason: string }; command: Command };

/** An operator's or process administrator's act on a request: never without a reason, which the journal keeps. */
export async function operate(ctx: Ctx, { verb, input, command }: Operation): Promise<ActResult> {
  await requireOperator(ctx, input.instanceId);
  if (input.reason === '') throw new AppError('REASON_REQUIRED', { path: 'reason' });
  const result = await execute(ctx, {
    rootInstanceId: input.instanceId,
    command,
    commandId: input.commandId,
    requestHash: requestHash(ctx, verb, input),
  });
  return toActResult(result);
}
