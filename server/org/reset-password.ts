import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { hashOneTimePassword } from '@/server/auth/password';
import { requirePermission } from '@/server/auth/require';
import { revokeSessions, tellEnded } from '@/server/auth/session';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { requireAuthorityOver } from './internal/authority';
import { lockRow, type UserRow } from './internal/lock-row';
import { oneTimePassword } from './internal/one-time-password';

export const ResetPasswordInput = z.strictObject({ commandId, id: z.uuid() });
type Input = z.infer<typeof ResetPasswordInput>;

/** Makes a one-time password, shown once, and ends the person's sessions. One's own is changed in the settings. */
export async function resetPassword(ctx: Ctx, input: Input): Promise<{ password: string | null; endedSessions: number }> {
  requirePermission(ctx, 'user.manage');
  const { id } = input;
  if (ctx.actor.kind === 'user' && ctx.actor.userId === id) throw new AppError('SOD_VIOLATION');
  const password = oneTimePassword();
  const passwordHash = await hashOneTimePassword(password);
  let isFirst = false;
  const done = await idempotent(ctx, 'org.resetPassword', input, async (tx) => {
    isFirst = true;
    const user = await lockRow<UserRow>(tx, 'user', id);
    await requireAuthorityOver(tx, ctx, id);
    await tx.query({
      text: 'update portal."user" set password_hash = $2, must_change_password = true where id = $1',
      values: [id, passwordHash],
    });
    const endedSessions = await revokeSessions(tx, id, { except: null });
    await writeAudit(tx, ctx, {
      action: 'user.passwordReset',
      subjectKind: 'user',
      subjectId: id,
      after: { name: user.name, login: user.login, endedSessions },
    });
    return { endedSessions };
  });
  tellEnded(id);
  return { ...done, password: isFirst ? password : null };
}
