import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { can } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';

export const RevokeDelegationInput = z.strictObject({ commandId, id: z.uuid() });
type Input = z.infer<typeof RevokeDelegationInput>;

type Row = { user_id: string; proxy_id: string; starts_at: string; ends_at: string; revoked_at: string | null };

/** Ends a delegation before its time: one's own, or as an administrator of the organisation. Somebody else's is not found. */
export async function revokeDelegation(ctx: Ctx, input: Input): Promise<{ revoked: true }> {
  return idempotent(ctx, 'org.revokeDelegation', input, async (tx) => {
    const { rows } = await tx.query<Row>({
      text: 'select user_id, proxy_id, starts_at, ends_at, revoked_at from portal.delegation where id = $1 for update',
      values: [input.id],
    });
    const row = rows[0];
    const isOwn = ctx.actor.kind === 'user' && row?.user_id === ctx.actor.userId;
    if (!row || !(isOwn || can(ctx, 'org.manage'))) throw new AppError('NOT_FOUND');
    const now = ctx.now().toISOString();
    if (row.revoked_at !== null || new Date(row.ends_at) <= ctx.now()) throw new AppError('ALREADY_DONE');
    await tx.query({ text: 'update portal.delegation set revoked_at = $2 where id = $1', values: [input.id, now] });
    await writeAudit(tx, ctx, {
      action: 'delegation.revoked',
      subjectKind: 'user',
      subjectId: row.user_id,
      before: { delegationId: input.id, proxyId: row.proxy_id, startsAt: row.starts_at, endsAt: row.ends_at },
      after: { delegationId: input.id, revokedAt: now },
    });
    return { revoked: true };
  });
}
