import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { sessionCookie } from './cookie';
import { currentRequest } from './request';
import type { LiveSession } from './session';

/**
 * The session that a page renders for. The procedures decide on their own; this only leads whoever may not come in to where he or she
 * can: to the sign-in, or to the change of a given password, and afterwards back to the page that was wanted.
 */
export const enter = cache(async (): Promise<LiveSession> => {
  const { session } = await currentRequest();
  if (session && !session.mustChangePassword) return session;
  const [jar, list] = await Promise.all([cookies(), headers()]);
  const wanted = list.get('x-vermilion-path') ?? '/';
  const query = new URLSearchParams();
  // A session that has ended is told from one that never began.
  if (!session && jar.has(sessionCookie().name)) query.set('ended', '1');
  if (wanted !== '/') query.set('callbackUrl', wanted);
  const address = session ? '/new-password' : '/sign-in';
  redirect(query.size > 0 ? `${address}?${query}` : address);
});
