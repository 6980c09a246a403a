'use client';
import { MantineProvider } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import type { Theme } from '@/lib/preferences';
import { Notices } from './notices';
import { cookieColorScheme } from './preferences';
import { cssVariables, themeFor } from './theme/theme';
import { ApiProvider } from './trpc';

type Props = { colorScheme: Theme; nonce: string | undefined; children: ReactNode };

/** Theme, notices and the API, around every page. */
export function Providers({ colorScheme, nonce, children }: Props) {
  const locale = useLocale();
  const manager = useMemo(() => cookieColorScheme(), []);
  const close = useTranslations('common')('close');
  const theme = useMemo(() => themeFor(locale, { close }), [locale, close]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={colorScheme}
      colorSchemeManager={manager}
      getStyleNonce={() => nonce ?? ''}
    >
      <ApiProvider>{children}</ApiProvider>
      <Notices />
    </MantineProvider>
  );
}
