import { decode } from 'next-auth/jwt';
import { newId } from '@/lib/id';
import type { AnonymousCtx } from '../context';
import { companyTimeZone } from '../engine/runtime/company-time';
import { localeOf } from '../i18n/locale';
import { portalTime } from '../clock';
import { authSecret } from './auth-secret';
import { clientIp } from './client-ip';
import { readCookie, sessionCookie } from './cookie';
import { type LiveSession, readSession } from './session';

export type RequestContext = AnonymousCtx & { session: LiveSession | null };

/** Who asks, from the request's headers alone. The cookie only names the session; whether it lives is read from the database each time. */
export async function contextOf(headers: Headers): Promise<RequestContext> {
  const session = await sessionOf(headers);
  return {
    session,
    actor: session && {
      kind: 'user',
      userId: session.userId,
      name: session.name,
      permissions: session.permissions,
      sessionId: session.sessionId,
      ...(session.mustChangePassword ? { mustChangePassword: true } : {}),
    },
    requestId: requestIdOf(headers),
    ip: clientIp(headers),
    // Before the first own password nothing was chosen yet: the language stays that of the sign-in page.
    locale: localeOf(headers, session && !session.mustChangePassword ? session.locale : null),
    timeZone: session?.timeZone ?? companyTimeZone(),
    now: portalTime,
  };
}

async function sessionOf(headers: Headers): Promise<LiveSession | null> {
  const token = readCookie(headers, sessionCookie().name);
  if (!token) return null;
  const claims = await decode({ token, secret: authSecret() }).catch(() => null);
  return typeof claims?.sid === 'string' ? readSession(claims.sid) : null;
}

function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : newId();
}
