'use client';
import { IconAdjustmentsAlt, IconLayoutSidebar, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { BrandSeal } from '../brand';
import { useActiveItem } from '../crumbs';
import { visibleGroups } from '../nav';
import { useSession } from '../session-context';
import { useNavCounts } from '../use-nav-counts';
import { RailItem } from './rail-item';
import classes from './rail.module.css';

type Props = { company: string; slim: boolean; canToggle: boolean; onToggle: () => void };

/** The main navigation: only what the person may see, with what waits there. */
export function Rail({ company, slim, canToggle, onToggle }: Props) {
  const t = useTranslations('shell.nav');
  const pathname = usePathname();
  const { permissions } = useSession();
  const { data } = useNavCounts();
  const active = useActiveItem();
  return (
    <nav className={classes.rail} aria-label={t('label')} data-slim={slim || undefined}>
      <Link className={classes.brand} href="/" aria-label={t('home')}>
        <BrandSeal />
        <span>{company}</span>
      </Link>
      <div className={classes.groups}>
        {visibleGroups(permissions).map((group, index) => (
          <div key={group.key ?? index} className={classes.group}>
            {group.key ? <p className={classes.heading}>{t(group.key)}</p> : null}
            <ul>
              {group.items.map((item) => (
                <RailItem
                  key={item.key}
                  href={item.href}
                  icon={item.icon}
                  label={t(item.key)}
                  slim={slim}
                  active={item.key === active?.key}
                  {...(item.count && data?.counts[item.count] ? { count: data.counts[item.count] } : {})}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <ul className={classes.foot}>
        <RailItem href="/settings" icon={IconAdjustmentsAlt} label={t('settings')} slim={slim} active={pathname.startsWith('/settings')} />
        {canToggle ? (
          <li>
            <button type="button" className={classes.item} aria-expanded={!slim} title={slim ? t('expand') : undefined} onClick={onToggle}>
              {slim ? (
                <IconLayoutSidebarLeftExpand size={18} stroke={1.5} aria-hidden />
              ) : (
                <IconLayoutSidebar size={18} stroke={1.5} aria-hidden />
              )}
              <span>{slim ? t('expand') : t('collapse')}</span>
            </button>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
