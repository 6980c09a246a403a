import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import { revokeSessions, tellEnded } from '@/server/auth/session';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId, reason } from './inputs';
import { lockGrants, requireAdministratorBeside, requireAuthorityOver } from './internal/authority';
import { lockRow, type UserRow } from './internal/lock-row';
import { rev } from '@/server/input';

export const DisableUserInput = z.strictObject({ commandId, id: z.uuid(), rev, reason });
type Input = z.infer<typeof DisableUserInput>;

/**
 * Ends a person's access: every session ends at once, no rule finds the person any more, and a department that he or she heads counts as
 * one without a head. Nobody disables him- or herself, nor the last administrator.
 */
export async function disableUser(ctx: Ctx, input: Input): Promise<{ rev: number; endedSessions: number }> {
  requirePermission(ctx, 'user.manage');
  const { id } = input;
  if (ctx.actor.kind === 'user' && ctx.actor.userId === id) throw new AppError('SOD_VIOLATION');
  const done = await idempotent(ctx, 'org.disableUser', input, async (tx) => {
    await lockGrants(tx);
    const before = await lockRow<UserRow>(tx, 'user', id, input.rev);
    if (before.disabled_at) throw new AppError('ALREADY_DONE');
    await requireAuthorityOver(tx, ctx, id);
    await requireAdministratorBeside(tx, id);
    await tx.query({
      text: 'update portal."user" set disabled_at = $2, rev = rev + 1 where id = $1',
      values: [id, ctx.now().toISOString()],
    });
    const endedSessions = await revokeSessions(tx, id, { except: null });
    await writeAudit(tx, ctx, {
      action: 'user.disabled',
      subjectKind: 'user',
      subjectId: id,
      before: { name: before.name, login: before.login, disabled: false },
      after: { name: before.name, login: before.login, disabled: true, endedSessions },
      reason: input.reason || null,
    });
    return { rev: before.rev + 1, endedSessions };
  });
  tellEnded(id);
  return done;
}
