'use client';
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { rememberLocale } from '@/components/shell/preferences';

/** Language and colours before anybody is signed in: remembered by this browser alone. */
export function ScreenPreferences() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const themeLabel = isDark ? t('theme.toLight') : t('theme.toDark');
  const switchLanguage = () => {
    rememberLocale(locale === 'zh' ? 'en' : 'zh');
    router.refresh();
  };
  return (
    <>
      <ActionIcon fz={13} aria-label={t('language.switch')} title={t('language.switch')} onClick={switchLanguage}>
        {t('language.short')}
      </ActionIcon>
      <ActionIcon aria-label={themeLabel} title={themeLabel} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
        {isDark ? <IconSun size={18} stroke={1.5} /> : <IconMoon size={18} stroke={1.5} />}
      </ActionIcon>
    </>
  );
}
