'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import classes from './crumbs.module.css';
import { activeItem, navGroups } from './nav';

export type Crumb = { label: string; href?: string };

const NONE: readonly Crumb[] = [];
let own: readonly Crumb[] = NONE;
const listeners = new Set<() => void>();

/** What a page adds behind its place in the rail: the request's number, the department. Renders nothing itself. */
export function Crumbs({ items }: { items: readonly Crumb[] }) {
  const signature = JSON.stringify(items);
  useEffect(() => {
    setOwn(JSON.parse(signature) as Crumb[]);
    return () => setOwn(NONE);
  }, [signature]);
  return null;
}

/** Where the reader is: group, page, and what the page added. */
export function CrumbTrail() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const added = useSyncExternalStore(
    subscribe,
    () => own,
    () => NONE,
  );
  const item = activeItem(pathname);
  const group = navGroups.find((candidate) => item && candidate.items.includes(item));
  const trail: Crumb[] = [];
  if (group?.key) trail.push({ label: t(`nav.${group.key}`) });
  if (item) trail.push({ label: t(`nav.${item.key}`), href: item.href });
  if (pathname.startsWith('/settings')) trail.push({ label: t('nav.settings'), href: '/settings' });
  if (pathname.startsWith('/notices')) trail.push({ label: t('notices.open'), href: '/notices' });
  trail.push(...added);
  return (
    <nav aria-label={t('crumbs')} className={classes.trail}>
      <ol>
        {trail.map((crumb, index) => {
          const isLast = index === trail.length - 1;
          return (
            <li key={`${crumb.label}${index}`} aria-current={isLast ? 'page' : undefined}>
              {crumb.href && !isLast ? <Link href={crumb.href}>{crumb.label}</Link> : <span>{crumb.label}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function setOwn(items: readonly Crumb[]): void {
  own = items;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
