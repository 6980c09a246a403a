'use client';
import { ActionIcon, type MenuItemProps } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, lazy, useState } from 'react';

const load = () => import('./more-menu');
const MoreMenuOpen = lazy(load);

/** One of the actions: the kit's `Menu.Item`, whose code comes with the menu's. */
export const MoreMenuItem = dynamic<MenuItemProps & { onClick(): void }>(() => load().then((module) => module.MoreMenuItem));

export const MoreMenuDivider = dynamic(() => load().then((module) => module.MoreMenuDivider));

type Props = {
  children: ReactNode;
  label?: string;
  /** In the rows of a list. */
  quiet?: boolean;
};

/** Three dots with the rarer actions (`MoreMenuItem`s) behind them. The menu's code comes when a hand or the focus is near it. */
export function MoreMenu({ children, label, quiet = false }: Props) {
  const t = useTranslations('common');
  const [wanted, setWanted] = useState(false);
  const name = label ?? t('more');
  const button = (
    <ActionIcon
      variant={quiet ? 'subtle' : 'default'}
      aria-label={name}
      aria-haspopup="menu"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      <IconDots size={18} stroke={1.5} />
    </ActionIcon>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <MoreMenuOpen label={name} quiet={quiet}>
        {children}
      </MoreMenuOpen>
    </Suspense>
  );
}
