'use client';
import { ActionIcon } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import classes from './top-bar.module.css';
import { usePreferences } from './use-preferences';

/** The other language, under its own name. */
export function LanguageSwitch({ className }: { className?: string | undefined }) {
  const t = useTranslations('shell.language');
  const locale = useLocale();
  const { setLocale, isSwitching } = usePreferences();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <ActionIcon
      className={[classes.language, className].filter(Boolean).join(' ')}
      aria-label={t('switch')}
      title={t('switch')}
      lang={other}
      disabled={isSwitching}
      onClick={() => setLocale(other)}
    >
      {t('short')}
    </ActionIcon>
  );
}
