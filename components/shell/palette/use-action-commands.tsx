'use client';
import { useComputedColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { signOut } from '../auth-client';
import { usePreferences } from '../use-preferences';
import { begins, fits } from './match';
import { pageCommands, subscribeCommands } from './page-registry';
import type { Command, CommandResult } from './command';

const NONE: readonly Command[] = [];

/** What can be done on the page itself, and what can be done everywhere; signing out is found by its beginning alone. */
export function useActionCommands(query: string): { own: CommandResult; shell: CommandResult } {
  const t = useTranslations('shell');
  const locale = useLocale();
  const isDark = useComputedColorScheme('light') === 'dark';
  const { setLocale, setTheme } = usePreferences();
  const own = useSyncExternalStore(subscribeCommands, pageCommands, () => NONE);
  const Icon = isDark ? IconSun : IconMoon;
  const shell: Command[] = [
    {
      id: 'action:language',
      label: t('language.switch'),
      keywords: 'language 语言',
      reading: 'qie huan yu yan',
      icon: <IconLanguage size={18} stroke={1.5} />,
      run: () => setLocale(locale === 'zh' ? 'en' : 'zh'),
    },
    {
      id: 'action:theme',
      label: isDark ? t('theme.toLight') : t('theme.toDark'),
      keywords: 'theme dark light 外观',
      reading: 'qie huan wai guan',
      icon: <Icon size={18} stroke={1.5} />,
      run: () => setTheme(isDark ? 'light' : 'dark'),
    },
    {
      id: 'action:signOut',
      label: t('user.signOut'),
      keywords: 'sign out logout 退出 tuichu',
      icon: <IconLogout size={18} stroke={1.5} />,
      run: () => void signOut(),
    },
  ];
  const isWanted = (command: Command) =>
    command.id === 'action:signOut' ? begins(query, command.label, command.keywords) : fits(query, command);
  return {
    own: { title: t('search.actions'), commands: own.filter(isWanted) },
    shell: { title: t('search.portal'), commands: shell.filter(isWanted) },
  };
}
