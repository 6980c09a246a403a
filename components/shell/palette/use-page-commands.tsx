'use client';
import { useTranslations } from 'next-intl';
import { visibleGroups } from '../nav';
import { useSession } from '../session-context';
import { fits } from './match';
import type { CommandResult } from './command';

/** The pages that this person may open. */
export function usePageCommands(query: string): CommandResult {
  const t = useTranslations('shell');
  const { permissions } = useSession();
  const pages = visibleGroups(permissions)
    .flatMap((group) => group.items)
    .map(({ key, href, reading, icon: Icon }) => ({
      id: `page:${key}`,
      label: t(`nav.${key}`),
      keywords: `${key} ${href}`,
      reading,
      href,
      icon: <Icon size={18} stroke={1.5} />,
    }));
  const settings = {
    id: 'page:settings',
    label: t('nav.settings'),
    keywords: 'settings',
    reading: 'she zhi',
    href: '/settings',
    icon: null,
  };
  return { title: t('search.pages'), commands: [...pages, settings].filter((page) => fits(query, page)) };
}
