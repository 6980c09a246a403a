import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SessionProvider } from '@/components/shell/session-context';
import { Shell } from '@/components/shell/shell';
import { RAIL_COOKIE } from '@/lib/preferences';
import { sessionCookie } from '@/server/auth/cookie';
import { currentRequest } from '@/server/auth/request';
import { companyName } from '@/server/shell/company';

/** Everything behind the sign-in. The procedures decide on their own; this only spares a visitor an empty page. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { session } = await currentRequest();
  if (!session) redirect(await signInAddress());
  if (session.mustChangePassword) redirect(`/new-password?${new URLSearchParams({ callbackUrl: await wantedPath() })}`);
  const [jar, locale] = await Promise.all([cookies(), getLocale()]);
  const { userId, login, name, nameEn, permissions, theme, timeZone } = session;
  return (
    <SessionProvider user={{ userId, login, name, nameEn, permissions: [...permissions], theme, timeZone }}>
      <Shell company={await companyName(locale)} railSlim={jar.get(RAIL_COOKIE)?.value === 'slim'}>
        {children}
      </Shell>
    </SessionProvider>
  );
}

/** Remembers where the visitor wanted to go, and says so when a session has ended rather than never begun. */
async function signInAddress(): Promise<string> {
  const [jar, path] = await Promise.all([cookies(), wantedPath()]);
  const query = new URLSearchParams();
  if (jar.has(sessionCookie().name)) query.set('ended', '1');
  if (path !== '/') query.set('callbackUrl', path);
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
}

async function wantedPath(): Promise<string> {
  return (await headers()).get('x-vermilion-path') ?? '/';
}
