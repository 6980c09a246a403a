'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useMemo } from 'react';
import type { Theme } from '@/lib/preferences';
import { cookieColorScheme } from './preferences';
import { cssVariables, theme } from './theme/theme';
import { ApiProvider } from './trpc';

type Props = { colorScheme: Theme; nonce: string | undefined; children: ReactNode };

/** Theme, notices and the API, around every page. */
export function Providers({ colorScheme, nonce, children }: Props) {
  const manager = useMemo(() => cookieColorScheme(), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={colorScheme}
      colorSchemeManager={manager}
      getStyleNonce={() => nonce ?? ''}
    >
      <Notifications position="bottom-right" limit={3} />
      <ApiProvider>{children}</ApiProvider>
    </MantineProvider>
  );
}
