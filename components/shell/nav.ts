import {
  IconActivity,
  IconServerCog,
  IconCircleCheck,
  IconEye,
  IconForms,
  IconHome,
  IconInbox,
  IconPlugConnected,
  IconSend,
  IconShieldCheck,
  IconSitemap,
  IconSquarePlus,
  IconSubtask,
} from '@tabler/icons-react';
import type { Messages } from '@/messages/namespaces';
import type { Permission } from '@/server/auth/permissions';

export type NavKey = keyof Messages['shell']['nav'];

/** The counters of `shell.nav`. */
export type NavCounts = Partial<Record<'inbox' | 'mine' | 'reading' | 'monitor', number>>;

export type NavItem = {
  key: NavKey;
  /** How its Chinese name is read: what is typed to find it. */
  reading: string;
  href: string;
  icon: typeof IconHome;
  /** Who sees it; the page and its procedures decide for themselves. */
  needs: readonly Permission[];
  count?: keyof NavCounts;
  /** Key after `g`. */
  go?: string;
};

export type NavGroup = { key: NavKey | null; items: readonly NavItem[] };

/** The rail from top to bottom. An entry shows when its reader holds one of its permissions. */
export const navGroups: readonly NavGroup[] = [
  {
    key: 'workbench',
    items: [
      { key: 'home', reading: 'shou ye', href: '/', icon: IconHome, needs: ['workbench.use'], go: 'h' },
      { key: 'inbox', reading: 'dai ban', href: '/inbox', icon: IconInbox, needs: ['workbench.use'], count: 'inbox', go: 'i' },
      { key: 'done', reading: 'yi ban', href: '/done', icon: IconCircleCheck, needs: ['workbench.use'], go: 'd' },
      { key: 'mine', reading: 'wo de shen qing', href: '/requests', icon: IconSend, needs: ['workbench.use'], count: 'mine', go: 'm' },
      { key: 'reading', reading: 'dai yue', href: '/reading', icon: IconEye, needs: ['workbench.use'], count: 'reading', go: 'r' },
    ],
  },
  {
    key: null,
    items: [{ key: 'start', reading: 'fa qi shen qing', href: '/start', icon: IconSquarePlus, needs: ['workbench.use'], go: 's' }],
  },
  {
    key: 'manage',
    items: [
      {
        key: 'monitor',
        reading: 'jian kong',
        href: '/monitor',
        icon: IconActivity,
        needs: ['instance.monitor'],
        count: 'monitor',
        go: 'o',
      },
      { key: 'forms', reading: 'biao dan', href: '/design/forms', icon: IconForms, needs: ['form.design'], go: 'f' },
      { key: 'processes', reading: 'liu cheng', href: '/design/processes', icon: IconSubtask, needs: ['process.design'], go: 'p' },
      { key: 'organisation', reading: 'zu zhi', href: '/organisation', icon: IconSitemap, needs: ['org.manage', 'user.manage'], go: 'u' },
      { key: 'connectors', reading: 'lian jie qi', href: '/connectors', icon: IconPlugConnected, needs: ['connector.manage'], go: 'c' },
      { key: 'audit', reading: 'shen ji', href: '/audit', icon: IconShieldCheck, needs: ['audit.read'], go: 'a' },
      { key: 'system', reading: 'xi tong', href: '/system', icon: IconServerCog, needs: ['system.manage', 'job.operate'], go: 'y' },
    ],
  },
];

export function visibleGroups(permissions: readonly Permission[]): NavGroup[] {
  const held = new Set(permissions);
  return navGroups
    .map((group) => ({ ...group, items: group.items.filter((item) => item.needs.some((permission) => held.has(permission))) }))
    .filter((group) => group.items.length > 0);
}

/** The entry that a path belongs to: the longest href that begins it. */
export function activeItem(pathname: string): NavItem | undefined {
  const items = navGroups
    .flatMap((group) => group.items)
    .filter((item) => (item.href === '/' ? pathname === '/' : pathname === item.href || pathname.startsWith(`${item.href}/`)));
  return items.toSorted((a, b) => b.href.length - a.href.length)[0];
}

/** Whether a page belongs to the places that these permissions show; pages outside of the rail are everybody's. */
export function mayEnter(pathname: string, permissions: readonly Permission[]): boolean {
  return activeItem(pathname)?.needs.some((permission) => permissions.includes(permission)) ?? true;
}

/** Split views and designers take the width of the rail: it collapses by itself. */
const SLIM: readonly RegExp[] = [/^\/inbox(\/|$)/, /^\/design\/(forms|processes)\/(?!(templates|categories)$)[^/]+/];

export function wantsSlimRail(pathname: string): boolean {
  return SLIM.some((pattern) => pattern.test(pathname));
}
