'use client';
import { IconHome, IconInbox, IconMenu2, IconSend, IconSquarePlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { badgeText } from './badge-text';
import classes from './bottom-tabs.module.css';
import { useActiveItem } from './crumbs';
import { useNavCounts } from './use-nav-counts';

const MoreSheet = dynamic(() => import('./more-sheet'), { ssr: false });

const TABS = [
  { key: 'home', href: '/', icon: IconHome },
  { key: 'inbox', href: '/inbox', icon: IconInbox },
  { key: 'start', href: '/start', icon: IconSquarePlus },
  { key: 'mine', href: '/requests', icon: IconSend },
] as const;

/** The phone's navigation: four places under the thumb, and the rest behind "more". */
export function BottomTabs() {
  const t = useTranslations('shell.tabs');
  const active = useActiveItem();
  const inbox = useNavCounts().data?.counts.inbox ?? 0;
  const [moreOpen, setMoreOpen] = useState<boolean | null>(null);
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {TABS.map(({ key, href, icon: Icon }) => (
        <Link key={key} href={href} className={classes.tab} aria-current={active?.key === key ? 'page' : undefined}>
          <Icon size={22} stroke={1.5} aria-hidden />
          {t(key)}
          {key === 'inbox' && inbox > 0 ? <em className={classes.count}>{badgeText(inbox)}</em> : null}
        </Link>
      ))}
      <button type="button" className={classes.tab} aria-expanded={moreOpen ?? false} onClick={() => setMoreOpen(true)}>
        <IconMenu2 size={22} stroke={1.5} aria-hidden />
        {t('more')}
      </button>
      {moreOpen === null ? null : <MoreSheet opened={moreOpen} onClose={() => setMoreOpen(false)} />}
    </nav>
  );
}
