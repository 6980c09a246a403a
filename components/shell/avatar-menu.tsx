'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Suspense, lazy, useState } from 'react';
import { UserAvatar } from '@/components/ui/user-avatar';
import { personName } from '@/lib/format/person';
import { useSession } from './session-context';
import classes from './top-bar.module.css';

const load = () => import('./avatar-menu-open');
const AvatarMenuOpen = lazy(load);

/** The person's own corner. The menu's code comes when a hand or the focus is near it. */
export function AvatarMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useTranslations('shell.user');
  const user = useSession();
  const [wanted, setWanted] = useState(false);
  const label = t('menu', { name: personName(user, useLocale()) });
  const avatar = <UserAvatar person={user} size="l" />;
  const button = (
    <button
      type="button"
      className={classes.avatar}
      aria-label={label}
      aria-haspopup="menu"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      {avatar}
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AvatarMenuOpen label={label} onShortcuts={onShortcuts}>
        {avatar}
      </AvatarMenuOpen>
    </Suspense>
  );
}
