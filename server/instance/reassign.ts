import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import { writtenText } from './inputs';
import { operate } from './operate';
import type { ActResult } from './views';

export const ReassignInput = z.strictObject({
  commandId: z.uuid(),
  instanceId: z.uuid(),
  /** Exactly one of both: the open work item to hand over, or the incident "nobody" to end by naming somebody. */
  workItemId: z.uuid().nullable(),
  incidentId: z.uuid().nullable(),
  toUserId: z.uuid(),
  reason: writtenText,
});
export type ReassignInput = z.infer<typeof ReassignInput>;

/** An operator gives an open work item to somebody else, or names somebody where nobody was found. */
export async function reassign(ctx: Ctx, input: ReassignInput): Promise<ActResult> {
  const { workItemId, incidentId, toUserId, reason } = input;
  if ((workItemId === null) === (incidentId === null)) throw new AppError('FIELD_REQUIRED', { path: 'workItemId' });
  return operate(ctx, { verb: 'instance.reassign', input, command: { type: 'reassign', workItemId, incidentId, toUserId, reason } });
}
