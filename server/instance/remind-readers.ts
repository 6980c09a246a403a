import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { execute } from '@/server/engine/runtime/execute';
import { toActResult } from './act-result';
import { requireApplicant } from './policy';
import { requestHash } from './request-hash';
import type { ActResult } from './views';
import { line } from '@/server/input';

export const RemindReadersInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), elementId: line(200, 1) });
export type RemindReadersInput = z.infer<typeof RemindReadersInput>;

/** Reminds those who have not read yet what was sent to them at this element, each at most once an hour; also when the request is over. */
export async function remindReaders(ctx: Ctx, input: RemindReadersInput): Promise<ActResult> {
  await requireApplicant(ctx, input.instanceId, { orAdministrator: true });
  const command = { type: 'remindReaders', elementId: input.elementId } as const;
  return toActResult(
    await execute(ctx, {
      rootInstanceId: input.instanceId,
      command,
      commandId: input.commandId,
      requestHash: requestHash(ctx, 'instance.remindReaders', input),
    }),
  );
}
