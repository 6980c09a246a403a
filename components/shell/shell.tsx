'use client';
import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { BottomTabs } from './bottom-tabs';
import { NoticeToasts } from '../notices/notice-toasts';
import { useKeptFocus } from './kept-focus';
import { useKeyboardRoom } from './keyboard-room';
import { LiveUpdates } from './live-updates';
import { visibleGroups, wantsSlimRail } from './nav';
import { OnlineBar } from './online-bar';
import { Permitted } from './permitted';
import { rememberRail } from './preferences';
import { Rail } from './rail/rail';
import { useSession } from './session-context';
import classes from './shell.module.css';
import { handleKey } from './shortcuts/registry';
import { useShortcuts } from './shortcuts/use-shortcuts';
import { TopBar } from './top-bar';
import { useHydrates } from './use-hydrates';

const CommandPalette = dynamic(() => import('./palette/command-palette'));
const ShortcutSheet = dynamic(() => import('./shortcuts/shortcut-sheet'));

type Props = {
  company: string;
  /** As the reader left it. */
  railSlim: boolean;
  children: ReactNode;
};

/** The frame of every page: rail, top bar, content, and the phone's tabs. */
export function Shell({ company, railSlim, children }: Props) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const forced = wantsSlimRail(pathname);
  const [slim, setSlim] = useState(railSlim);
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null);
  const [loaded, setLoaded] = useState({ palette: false, sheet: false });
  const show = (what: 'palette' | 'sheet') => {
    setLoaded((before) => ({ ...before, [what]: true }));
    setOpen(what);
  };
  useEffect(() => {
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
  useShellKeys(show);
  useKeyboardRoom();
  useKeptFocus();
  const isSlim = forced || slim;
  const toggle = () => {
    setSlim(!slim);
    rememberRail(!slim);
  };
  return (
    <div {...useHydrates()} className={classes.app} data-slim={isSlim || undefined}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <Rail company={company} slim={isSlim} canToggle={!forced} onToggle={toggle} />
      <div className={classes.column}>
        <TopBar onSearch={() => show('palette')} onShortcuts={() => show('sheet')} />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Permitted>{children}</Permitted>
        </main>
        <BottomTabs />
      </div>
      <OnlineBar />
      <LiveUpdates />
      <NoticeToasts />
      {loaded.palette ? <CommandPalette opened={open === 'palette'} onClose={() => setOpen(null)} /> : null}
      {loaded.sheet ? <ShortcutSheet opened={open === 'sheet'} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

/** The keys that work on every page: `g` and a letter for each place, the palette and the sheet. */
function useShellKeys(show: (what: 'palette' | 'sheet') => void): void {
  const t = useTranslations('shell');
  const router = useRouter();
  const { permissions } = useSession();
  const places = visibleGroups(permissions)
    .flatMap((group) => group.items)
    .filter((item) => item.go)
    .map((item) => ({ keys: `g ${item.go}`, label: t(`nav.${item.key}`), run: () => router.push(item.href) }));
  useShortcuts(
    [
      { keys: 'mod+k', label: t('shortcuts.palette'), inFields: true, run: () => show('palette') },
      { keys: '?', label: t('shortcuts.help'), run: () => show('sheet') },
      ...places,
    ],
    'everywhere',
  );
}
