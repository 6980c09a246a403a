import { z } from 'zod';
import { AppError, type ErrorCode } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { writtenText } from './inputs';
import { reassign } from './reassign';
import { resume } from './resume';
import { rowRefusal } from './row-refusal';
import { suspend } from './suspend';
import { terminate } from './terminate';
import { urge } from './urge';
import { type WhyNot, whyNot } from './why-not';

/** More would keep one call busy for too long, and nobody has looked at more. */
export const MAX_AT_ONCE = 50;

const rows = <T extends z.ZodRawShape>(more: T) =>
  z
    .array(z.strictObject({ commandId: z.uuid(), instanceId: z.uuid(), ...more }))
    .min(1)
    .max(MAX_AT_ONCE);

export const OperateManyInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['suspend', 'resume', 'terminate', 'urge']), reason: writtenText, rows: rows({}) }),
  z.strictObject({
    action: z.literal('reassign'),
    reason: writtenText,
    toUserId: z.uuid(),
    /** Open work items, of one request also several. */
    rows: rows({ workItemId: z.uuid() }),
  }),
]);
export type OperateManyInput = z.infer<typeof OperateManyInput>;

export type RowOutcome =
  | { commandId: string; instanceId: string; ok: true }
  | {
      commandId: string;
      instanceId: string;
      ok: false;
      code: ErrorCode /** Why not, in the reader's language. */;
      message: string;
      why: WhyNot | null;
    };

/**
 * The same act on several requests for one reason. Each row is the single verb with a command id of its own: refused, journalled and
 * repeatable by itself, so that one that is refused holds up none of the others.
 */
export async function operateMany(ctx: Ctx, input: OperateManyInput): Promise<{ rows: readonly RowOutcome[] }> {
  requirePermission(ctx, 'instance.operate');
  if (input.reason === '') throw new AppError('REASON_REQUIRED', { path: 'reason' });
  const outcomes: RowOutcome[] = [];
  for (const act of actsOf(ctx, input)) outcomes.push(await outcomeOf(ctx, input.action, act));
  return { rows: outcomes };
}

// helpers //////////////////////

type Act = { commandId: string; instanceId: string; run: () => Promise<unknown> };

function actsOf(ctx: Ctx, input: OperateManyInput): Act[] {
  const { reason } = input;
  if (input.action === 'reassign')
    return input.rows.map((row) => ({
      commandId: row.commandId,
      instanceId: row.instanceId,
      run: () => reassign(ctx, { ...row, incidentId: null, toUserId: input.toUserId, reason }),
    }));
  const act = (row: { commandId: string; instanceId: string }) => {
    switch (input.action) {
      case 'suspend':
        return suspend(ctx, { ...row, reason });
      case 'resume':
        return resume(ctx, { ...row, reason });
      case 'terminate':
        return terminate(ctx, { ...row, reason });
      case 'urge':
        return urge(ctx, { ...row, comment: reason });
    }
  };
  return input.rows.map((row) => ({ commandId: row.commandId, instanceId: row.instanceId, run: () => act(row) }));
}

async function outcomeOf(ctx: Ctx, action: OperateManyInput['action'], { commandId, instanceId, run }: Act): Promise<RowOutcome> {
  try {
    await run();
    return { commandId, instanceId, ok: true };
  } catch (thrown) {
    const refusal = rowRefusal(ctx, thrown, { instanceId });
    const why = refusal.code === 'STATE_CONFLICT' ? await whyNot(action, instanceId) : null;
    return { commandId, instanceId, ok: false, ...refusal, why };
  }
}
