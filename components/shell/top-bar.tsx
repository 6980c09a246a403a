'use client';
import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { KeyHint } from '@/components/ui/key-hint';
import { AvatarMenu } from './avatar-menu';
import { CrumbTrail } from './crumbs';
import { LanguageSwitch } from './language-switch';
import { NoticeBell } from './notice-bell';
import { ProxyMark } from './proxy-mark';
import { ThemeSwitch } from './theme-switch';
import classes from './top-bar.module.css';

type Props = { onSearch: () => void; onShortcuts: () => void };

export function TopBar({ onSearch, onShortcuts }: Props) {
  const t = useTranslations('shell.search');
  return (
    <header className={classes.top}>
      <CrumbTrail />
      <ProxyMark />
      <button type="button" className={classes.find} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span>{t('open')}</span>
        <KeyHint keys="mod+k" />
      </button>
      <div className={classes.tools}>
        <ActionIcon className={classes.findIcon} aria-label={t('short')} onClick={onSearch}>
          <IconSearch size={18} stroke={1.5} />
        </ActionIcon>
        <NoticeBell />
        <LanguageSwitch className={classes.wide} />
        <ThemeSwitch className={classes.wide} />
        <AvatarMenu onShortcuts={onShortcuts} />
      </div>
    </header>
  );
}
