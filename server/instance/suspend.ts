import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { writtenText } from './inputs';
import { operate } from './operate';
import type { ActResult } from './views';

export const SuspendInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), reason: writtenText });
export type SuspendInput = z.infer<typeof SuspendInput>;

/** Nothing moves until it is resumed: no task, no job, no timer. Reading and comments go on. */
export function suspend(ctx: Ctx, input: SuspendInput): Promise<ActResult> {
  return operate(ctx, { verb: 'instance.suspend', input, command: { type: 'suspend', reason: input.reason } });
}
