import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { writtenText } from './inputs';
import { operate } from './operate';
import type { ActResult } from './views';

export const TerminateInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), reason: writtenText });
export type TerminateInput = z.infer<typeof TerminateInput>;

/** Ends a request for good, suspended or not. */
export function terminate(ctx: Ctx, input: TerminateInput): Promise<ActResult> {
  return operate(ctx, { verb: 'instance.terminate', input, command: { type: 'terminate', reason: input.reason } });
}
