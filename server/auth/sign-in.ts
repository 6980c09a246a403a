import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '../audit/write';
import type { AnonymousCtx } from '../context';
import { query } from '../db/client';
import { withTransaction } from '../db/unit-of-work';
import { type Limit, forgiveAttempts, takeAttempt } from './attempts';
import { verifyPassword } from './password';
import { SESSION_DAYS } from './session';

export const SignInInput = z.strictObject({ login: z.string().trim().min(1).max(200), password: z.string().min(1).max(1000) });

export type SignedIn = { userId: string; sessionId: string; name: string };

type Account = { id: string; name: string; password_hash: string | null; disabled: boolean };

/** Opens a session for who knows the password. Wrong name, wrong password and disabled account look and last the same. */
export async function signIn(ctx: AnonymousCtx, input: z.input<typeof SignInInput>, userAgent: string | null): Promise<SignedIn> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) throw new AppError('SIGN_IN_FAILED');
  const { login, password } = parsed.data;
  const limits = limitsOf(login, ctx.ip);
  await takeAttempt(limits);
  const account = await findAccount(login);
  const known = await verifyPassword(account?.password_hash ?? null, password);
  if (!account || !known || account.disabled) {
    await withTransaction((tx) => writeAudit(tx, ctx, refusal(account)));
    throw new AppError('SIGN_IN_FAILED');
  }
  const session = await openSession(ctx, account, userAgent);
  await forgiveAttempts(limits);
  return session;
}

/** Per name and address first, so that a guesser elsewhere does not lock the owner out; then per address and per name, wider. */
function limitsOf(login: string, ip: string | null): Limit[] {
  const name = login.toLowerCase();
  const address = ip ?? 'unknown';
  return [
    { subject: `login:${name}@${address}`, max: 10 },
    { subject: `ip:${address}`, max: 100 },
    { subject: `login:${name}`, max: 50 },
  ];
}

async function findAccount(login: string): Promise<Account | undefined> {
  const { rows } = await query<Account>({
    name: 'sign_in_account',
    text: `select id, name, password_hash, disabled_at is not null as disabled from portal."user"
           where lower(login) = lower($1) or lower(email) = lower($1) order by (lower(login) = lower($1)) desc limit 1`,
    values: [login],
  });
  return rows[0];
}

function refusal(account: Account | undefined) {
  // What was typed is not written down: people type passwords into the wrong field.
  const reason = account ? (account.disabled ? 'disabled' : 'wrong password') : 'unknown name';
  return { action: 'session.refused', subjectKind: 'user', subjectId: account?.id ?? 'unknown', reason };
}

function openSession(ctx: AnonymousCtx, account: Account, userAgent: string | null): Promise<SignedIn> {
  const sessionId = newId();
  return withTransaction(async (tx) => {
    await tx.query({
      name: 'session_open',
      text: `insert into portal.session (id, user_id, expires_at, ip, user_agent) values ($1, $2, now() + make_interval(days => $3), $4, $5)`,
      values: [sessionId, account.id, SESSION_DAYS, ctx.ip, userAgent?.slice(0, 300) ?? null],
    });
    const actor = { kind: 'user', userId: account.id, name: account.name, permissions: new Set<never>(), sessionId } as const;
    await writeAudit(
      tx,
      { ...ctx, actor },
      { action: 'session.started', subjectKind: 'user', subjectId: account.id, after: { sessionId } },
    );
    return { userId: account.id, sessionId, name: account.name };
  });
}
