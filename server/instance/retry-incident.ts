import { z } from 'zod';
import type { Ctx } from '@/server/context';
import { writtenText } from './inputs';
import { operate } from './operate';
import type { ActResult } from './views';

export const RetryIncidentInput = z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), incidentId: z.uuid(), reason: writtenText });
export type RetryIncidentInput = z.infer<typeof RetryIncidentInput>;

/** Does the step again that failed; what fails once more leaves a new incident. */
export function retryIncident(ctx: Ctx, input: RetryIncidentInput): Promise<ActResult> {
  return operate(ctx, {
    verb: 'instance.retryIncident',
    input,
    command: { type: 'retryIncident', incidentId: input.incidentId, reason: input.reason },
  });
}
