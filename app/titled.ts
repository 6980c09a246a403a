import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { NavKey } from '@/components/shell/nav';

/** `generateMetadata` of a page that is called as in the rail; what it shows is added to the tab by its crumbs. */
export function titled(key: NavKey): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations('shell.nav'))(key) });
}
