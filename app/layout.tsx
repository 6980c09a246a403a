import '@/components/shell/theme/layers.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@/components/shell/theme/tokens.css';
import '@/components/shell/theme/base.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { earlyClicks } from '@/components/shell/early-clicks';
import { Providers } from '@/components/shell/providers';
import { THEME_COOKIE, isTheme } from '@/lib/preferences';
import { currentRequest } from '@/server/auth/request';
import { type Messages, strangerNamespaces, studioNamespaces } from '@/messages/namespaces';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // A software keyboard makes the page lower: what stands at the bottom stands on it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FBFAF7' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  const brand = t('brand');
  return { title: { default: brand, template: `%s · ${brand}` }, robots: { index: false } };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, cookieJar, headerList, { session }] = await Promise.all([
    getLocale(),
    getMessages(),
    cookies(),
    headers(),
    currentRequest(),
  ]);
  const nonce = headerList.get('x-nonce') ?? undefined;
  const saved = cookieJar.get(THEME_COOKIE)?.value;
  const colorScheme = isTheme(saved) ? saved : 'auto';
  return (
    <html
      lang={locale === 'zh' ? 'zh-CN' : 'en'}
      {...mantineHtmlProps}
      data-mantine-color-scheme={colorScheme === 'auto' ? undefined : colorScheme}
    >
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {earlyClicks}
        </script>
        <ColorSchemeScript defaultColorScheme={colorScheme} localStorageKey="vm-unused" nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider messages={wordsFor(session !== null, messages)}>
          <Providers colorScheme={colorScheme} nonce={nonce}>
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** Everything but the designers' words; who is not signed in comes in by a new load of the page, and needs hardly any. */
function wordsFor(isSignedIn: boolean, messages: Messages): Partial<Messages> {
  const isWanted = (name: string) =>
    isSignedIn ? !studioNamespaces.some((studio) => studio === name) : strangerNamespaces.some((own) => own === name);
  return Object.fromEntries(Object.entries(messages).filter(([name]) => isWanted(name)));
}
