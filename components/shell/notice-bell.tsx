'use client';
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './top-bar.module.css';
import { useNavCounts } from './use-nav-counts';

/** The bell; a dot says that something is unread, the number is read out. */
export function NoticeBell() {
  const t = useTranslations('shell.notices');
  const unread = useNavCounts().data?.unreadNotices ?? 0;
  return (
    <ActionIcon
      component={Link}
      href="/notices"
      className={classes.bell}
      aria-label={unread > 0 ? `${t('open')}, ${t('unread', { count: unread })}` : t('open')}
    >
      <IconBell size={18} stroke={1.5} />
      {unread > 0 ? <span className={classes.dot} /> : null}
    </ActionIcon>
  );
}
