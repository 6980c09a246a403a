import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId, reason } from './inputs';
import { requireActiveUser } from './internal/require-active';
import { instant } from '@/server/input';

export const CreateDelegationInput = z.strictObject({
  commandId,
  /** Whose matters; without one the actor's own. */
  userId: z.uuid().optional(),
  proxyId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
  /** Only these processes; empty for all. */
  processIds: z.array(z.uuid()).max(50).default([]),
  reason,
});
type Input = z.infer<typeof CreateDelegationInput>;

const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/** Lets a proxy act for a person between two instants, at most a year; for oneself, or by an administrator of the organisation for others. */
export async function createDelegation(ctx: Ctx, input: Input): Promise<{ id: string }> {
  const userId = input.userId ?? requireUser(ctx).userId;
  if (ctx.actor.kind !== 'user' || ctx.actor.userId !== userId) requirePermission(ctx, 'org.manage');
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  if (input.proxyId === userId) throw new AppError('FIELD_REF', { path: 'proxyId' });
  if (endsAt <= startsAt) throw new AppError('FIELD_RANGE', { path: 'endsAt', params: { kind: 'order' } });
  if (endsAt <= ctx.now() || endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY)
    throw new AppError('FIELD_RANGE', { path: 'endsAt', params: { days: LONGEST_DAYS } });
  return idempotent(ctx, 'org.createDelegation', input, async (tx) => {
    await requireActiveUser(tx, userId, 'userId');
    await requireActiveUser(tx, input.proxyId, 'proxyId');
    const { rows } = await tx.query<{ found: number }>({
      text: 'select count(*)::int as found from portal.process where id = any($1::uuid[])',
      values: [input.processIds],
    });
    if (rows[0]?.found !== new Set(input.processIds).size) throw new AppError('FIELD_REF', { path: 'processIds' });
    const id = newId();
    const after = {
      userId,
      proxyId: input.proxyId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      processIds: input.processIds,
      reason: input.reason,
    };
    await tx.query({
      text: 'insert into portal.delegation (id, user_id, proxy_id, starts_at, ends_at, process_ids, reason) values ($1, $2, $3, $4, $5, $6, $7)',
      values: [id, userId, after.proxyId, after.startsAt, after.endsAt, after.processIds, after.reason],
    });
    await writeAudit(tx, ctx, {
      action: 'delegation.created',
      subjectKind: 'user',
      subjectId: userId,
      after: { delegationId: id, ...after },
      reason: input.reason || null,
    });
    return { id };
  });
}
