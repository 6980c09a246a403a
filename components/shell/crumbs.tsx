'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import classes from './crumbs.module.css';
import { activeItem, type NavItem, type NavKey, navGroups } from './nav';

export type Crumb = { label: string; href?: string };

const NONE: readonly Crumb[] = [];
type Own = { items: readonly Crumb[]; place?: NavKey };

const NOTHING: Own = { items: NONE };
let own = NOTHING;
const listeners = new Set<() => void>();

/**
 * What a page adds behind its place in the rail: the request's number, the department; and its place, where the address alone does not
 * say it. Renders nothing itself.
 */
export function Crumbs({ items, place }: { items: readonly Crumb[]; place?: NavKey }) {
  const signature = JSON.stringify({ items, place });
  useEffect(() => {
    setOwn(JSON.parse(signature) as Own);
    return () => setOwn(NOTHING);
  }, [signature]);
  return null;
}

/** Where the reader is: group, page, and what the page added. */
export function CrumbTrail() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const added = useOwn().items;
  const item = useActiveItem();
  const group = navGroups.find((candidate) => item && candidate.items.includes(item));
  const trail: Crumb[] = [];
  if (group?.key) trail.push({ label: t(`nav.${group.key}`) });
  if (item) trail.push({ label: t(`nav.${item.key}`), href: item.href });
  if (pathname.startsWith('/settings')) trail.push({ label: t('nav.settings'), href: '/settings' });
  if (pathname.startsWith('/notices')) trail.push({ label: t('notices.open'), href: '/notices' });
  trail.push(...added);
  const here = trail.at(-1)?.label;
  const brand = useTranslations('common')('brand');
  // The server names the tab after the place; what is open there is known here, once the page has said it.
  const isSaid = added.length > 0 || trail.at(-1)?.href === pathname;
  useEffect(() => {
    if (here && isSaid) document.title = `${here} · ${brand}`;
  }, [here, isSaid, brand, pathname]);
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

/** The entry of the rail that the page belongs to. */
export function useActiveItem(): NavItem | undefined {
  const { place } = useOwn();
  const byPath = activeItem(usePathname());
  return navGroups.flatMap((group) => group.items).find((item) => item.key === place) ?? byPath;
}

// helpers //////////////////////

function useOwn(): Own {
  return useSyncExternalStore(
    subscribe,
    () => own,
    () => NOTHING,
  );
}

function setOwn(next: Own): void {
  own = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
