'use client';
import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { usePreferences } from './use-preferences';

/** Light or dark; "as the system" is in the settings. */
export function ThemeSwitch({ className }: { className?: string | undefined }) {
  const t = useTranslations('shell.theme');
  const scheme = useComputedColorScheme('light');
  const { setTheme } = usePreferences();
  const isDark = scheme === 'dark';
  const label = isDark ? t('toLight') : t('toDark');
  return (
    <ActionIcon className={className} aria-label={label} title={label} onClick={() => setTheme(isDark ? 'light' : 'dark')}>
      {isDark ? <IconSun size={18} stroke={1.5} /> : <IconMoon size={18} stroke={1.5} />}
    </ActionIcon>
  );
}
