import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { writtenText } from './inputs';
import { operate } from './operate';
import type { ActResult } from './views';

export const ResumeInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), reason: writtenText });
export type ResumeInput = z.infer<typeof ResumeInput>;

/** Lets a suspended request go on. */
export function resume(ctx: Ctx, input: ResumeInput): Promise<ActResult> {
  return operate(ctx, { verb: 'instance.resume', input, command: { type: 'resume', reason: input.reason } });
}
