import { cookies } from 'next/headers';
import { HydrationBoundary } from '@tanstack/react-query';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SessionProvider } from '@/components/shell/session-context';
import { Shell } from '@/components/shell/shell';
import { RAIL_COOKIE } from '@/lib/preferences';
import { enter } from '@/server/auth/entry';
import { companyName } from '@/server/shell/company';
import { prefetch } from '@/server/trpc/prefetch';

/** Everything behind the sign-in. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { userId, login, name, nameEn, permissions, theme, timeZone } = await enter();
  const [jar, locale, counts] = await Promise.all([
    cookies(),
    getLocale(),
    prefetch(({ trpc, read }) => [read(trpc.shell.nav.queryOptions())]),
  ]);
  return (
    <SessionProvider user={{ userId, login, name, nameEn, permissions: [...permissions], theme, timeZone }}>
      <HydrationBoundary state={counts}>
        <Shell company={await companyName(locale)} railSlim={jar.get(RAIL_COOKIE)?.value === 'slim'}>
          {children}
        </Shell>
      </HydrationBoundary>
    </SessionProvider>
  );
}
