import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { grantableRoles, isRole, roles } from '@/server/auth/permissions';
import { requirePermission } from '@/server/auth/require';
import { revokeSessions, tellEnded } from '@/server/auth/session';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { lockGrants, requireAdministratorBeside } from './internal/authority';
import { lockRow, type UserRow } from './internal/lock-row';
import { rev } from '@/server/input';

export const SetGrantsInput = z.strictObject({
  commandId,
  userId: z.uuid(),
  rev,
  grants: z.array(z.enum(roles).exclude(['user'])).max(10),
});
type Input = z.infer<typeof SetGrantsInput>;

/**
 * Says what a person may do in the portal beyond being a user. Nobody gives or takes more than he or she holds, changes the own rights,
 * or leaves the portal without an administrator. The person's sessions end: the next sign-in has the new rights.
 */
export async function setGrants(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'grant.manage');
  const { userId } = input;
  if (ctx.actor.kind === 'user' && ctx.actor.userId === userId) throw new AppError('SOD_VIOLATION');
  const done = await idempotent(ctx, 'org.setGrants', input, async (tx) => {
    await lockGrants(tx);
    const user = await lockRow<UserRow>(tx, 'user', userId, input.rev);
    const { rows } = await tx.query<{ grant: string }>({
      text: 'select "grant" from portal.user_grant where user_id = $1 order by 1',
      values: [userId],
    });
    const before = rows.map((row) => row.grant);
    const after = [...new Set<string>(input.grants)].toSorted();
    const changed = [...before.filter((grant) => !after.includes(grant)), ...after.filter((grant) => !before.includes(grant))];
    const allowed: readonly string[] = ctx.actor.kind === 'system' ? roles : grantableRoles(ctx.actor.permissions);
    if (changed.some((grant) => isRole(grant) && !allowed.includes(grant))) throw new AppError('FORBIDDEN', { path: 'grants' });
    if (before.includes('systemAdmin') && !after.includes('systemAdmin')) await requireAdministratorBeside(tx, userId);
    await tx.query({
      text: 'delete from portal.user_grant where user_id = $1 and not ("grant" = any($2::text[]))',
      values: [userId, after],
    });
    await tx.query({
      text: `insert into portal.user_grant (user_id, "grant", granted_by) select $1, g, $3 from unnest($2::text[]) g on conflict do nothing`,
      values: [userId, after, ctx.actor.kind === 'user' ? ctx.actor.userId : null],
    });
    await tx.query({ text: 'update portal."user" set rev = rev + 1 where id = $1', values: [userId] });
    if (changed.length > 0) await revokeSessions(tx, userId, { except: null });
    await writeAudit(tx, ctx, {
      action: 'user.grantsSet',
      subjectKind: 'user',
      subjectId: userId,
      before: { name: user.name, grants: before },
      after: { name: user.name, grants: after },
    });
    return { rev: user.rev + 1 };
  });
  tellEnded(userId);
  return done;
}
