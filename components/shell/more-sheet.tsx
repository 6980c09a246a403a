'use client';
import { Drawer } from '@mantine/core';
import { IconAdjustmentsAlt } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { badgeText } from './badge-text';
import { LanguageSwitch } from './language-switch';
import classes from './more-sheet.module.css';
import { visibleGroups } from './nav';
import { useSession } from './session-context';
import { ThemeSwitch } from './theme-switch';
import { useNavCounts } from './use-nav-counts';

const ON_THE_BAR = ['home', 'inbox', 'start', 'mine'];

/** Everything that has no place on the phone's bar. */
export default function MoreSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('shell');
  const { permissions } = useSession();
  const { data } = useNavCounts();
  const items = visibleGroups(permissions)
    .flatMap((group) => group.items)
    .filter((item) => !ON_THE_BAR.includes(item.key));
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" title={t('tabs.more')} classNames={{ content: classes.sheet }}>
      <ul className={classes.list}>
        {items.map(({ key, href, icon: Icon, count }) => (
          <li key={key}>
            <Link href={href} className={classes.item} onClick={onClose}>
              <Icon size={20} stroke={1.5} aria-hidden />
              <span>{t(`nav.${key}`)}</span>
              {count && data?.counts[count] ? <em>{badgeText(data.counts[count])}</em> : null}
            </Link>
          </li>
        ))}
        <li>
          <Link href="/settings" className={classes.item} onClick={onClose}>
            <IconAdjustmentsAlt size={20} stroke={1.5} aria-hidden />
            <span>{t('nav.settings')}</span>
          </Link>
        </li>
      </ul>
      <div className={classes.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </Drawer>
  );
}
