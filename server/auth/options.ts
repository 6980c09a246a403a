import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Ctx } from '../context';
import { log } from '../log';
import { authSecret } from './auth-secret';
import { sessionCookie } from './cookie';
import { contextOf } from './current-context';
import { samePath } from '@/lib/same-path';
import { SESSION_DAYS, readSession } from './session';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

/** next-auth's part is the cookie and its CSRF token; who may come in and which session lives is decided by our own tables. */
export function authOptions(headers: Headers): AuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { login: {}, password: {} },
        authorize: (credentials) => authorize(headers, credentials),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sessionId } : { sub: token.sub ?? '', sid: token.sid }),
      session: async ({ session, token }) => {
        const live = await readSession(token.sid);
        return live ? { expires: session.expires, user: { id: live.userId, name: live.name } } : { expires: session.expires };
      },
      redirect: ({ url, baseUrl }) => new URL(samePath(url, baseUrl), baseUrl).href,
    },
    events: { signOut: ({ token }) => endSession(headers, token.sub ?? '', token.sid) },
    logger: {
      error: (code, metadata) => log.warn({ code, err: metadata instanceof Error ? metadata : undefined }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

async function authorize(headers: Headers, credentials: Partial<Record<'login' | 'password', unknown>> | undefined) {
  const ctx = await contextOf(headers);
  try {
    const input = { login: textOf(credentials?.login), password: textOf(credentials?.password) };
    const { userId, name, sessionId } = await signIn(ctx, input, headers.get('user-agent'));
    return { id: userId, name, sessionId };
  } catch (error) {
    // next-auth hands the message to the sign-in page: a code, and how long to wait.
    if (error instanceof AppError) throw new Error([error.code, error.params.minutes ?? ''].join(':'), { cause: error });
    log.error({ err: error, requestId: ctx.requestId }, 'sign-in failed');
    throw new Error('INTERNAL:', { cause: error });
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function endSession(headers: Headers, userId: string, sessionId: string): Promise<void> {
  const live = await readSession(sessionId);
  if (!live || live.userId !== userId) return;
  const { ip, requestId } = await contextOf(headers);
  const actor: Ctx['actor'] = { kind: 'user', userId, name: live.name, permissions: live.permissions, sessionId };
  await signOut({ actor, requestId: requestId || newId(), ip, locale: live.locale, timeZone: live.timeZone, now: () => new Date() });
}
