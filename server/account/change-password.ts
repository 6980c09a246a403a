import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '../audit/write';
import { forgiveAttempts, takeAttempt } from '../auth/attempts';
import { assertStrongPassword, hashPassword, verifyPassword } from '../auth/password';
import { requireUser } from '../auth/require';
import { revokeSessions, tellEnded } from '../auth/session';
import type { Ctx } from '../context';
import { idempotent } from '../idempotent';

export const ChangePasswordInput = z.strictObject({
  commandId: z.uuid(),
  current: z.string().min(1).max(1000),
  next: z.string().max(1000),
});

/** Replaces the password of the person who asks and ends every other session of his or hers. */
export async function changePassword(ctx: Ctx, input: z.infer<typeof ChangePasswordInput>): Promise<{ endedSessions: number }> {
  const { userId, sessionId } = requireUser(ctx);
  const limits = [{ subject: `password:${userId}`, max: 10 }];
  await takeAttempt(limits);
  // Only the commandId is remembered: no trace of a password, not even a hash of the request. A repeat is answered before the current
  // password is asked for, which is another one by then.
  const done = await idempotent(ctx, 'account.changePassword', { commandId: input.commandId }, async (tx) => {
    const { rows } = await tx.query<{ login: string; password_hash: string | null }>({
      name: 'account_password',
      text: 'select login, password_hash from portal."user" where id = $1',
      values: [userId],
    });
    const account = rows[0];
    if (!(await verifyPassword(account?.password_hash ?? null, input.current))) throw new AppError('PASSWORD_WRONG', { path: 'current' });
    if (input.next.normalize('NFC') === input.current.normalize('NFC')) throw new AppError('PASSWORD_SAME', { path: 'next' });
    assertStrongPassword(input.next, account?.login ?? '');
    await tx.query({
      text: 'update portal."user" set password_hash = $2, must_change_password = false where id = $1',
      values: [userId, await hashPassword(input.next)],
    });
    const endedSessions = await revokeSessions(tx, userId, { except: sessionId });
    await writeAudit(tx, ctx, { action: 'user.passwordChanged', subjectKind: 'user', subjectId: userId, after: { endedSessions } });
    return { endedSessions };
  }).catch(async (error: unknown) => {
    // Whoever knew the current password was no guesser, whatever was wrong with the new one.
    if (!(error instanceof AppError && error.code === 'PASSWORD_WRONG')) await forgiveAttempts(limits);
    throw error;
  });
  await forgiveAttempts(limits);
  tellEnded(userId);
  return done;
}
