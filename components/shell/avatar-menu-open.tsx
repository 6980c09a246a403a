'use client';
import { Menu, MenuDivider, MenuDropdown, MenuItem, MenuLabel, MenuTarget } from '@mantine/core';
import { IconAdjustmentsAlt, IconKeyboard, IconLogout } from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { personName } from '@/lib/format/person';
import { signOut } from './auth-client';
import { useSession } from './session-context';
import classes from './top-bar.module.css';

type Props = { label: string; onShortcuts: () => void; children: ReactNode };

export default function AvatarMenuOpen({ label, onShortcuts, children }: Props) {
  const t = useTranslations('shell.user');
  const name = personName(useSession(), useLocale());
  return (
    <Menu width={200} defaultOpened>
      <MenuTarget>
        <button type="button" className={classes.avatar} aria-label={label}>
          {children}
        </button>
      </MenuTarget>
      <MenuDropdown>
        <MenuLabel>{name}</MenuLabel>
        <MenuItem component={Link} href="/settings" leftSection={<IconAdjustmentsAlt size={18} stroke={1.5} />}>
          {t('settings')}
        </MenuItem>
        <MenuItem leftSection={<IconKeyboard size={18} stroke={1.5} />} onClick={onShortcuts}>
          {t('shortcuts')}
        </MenuItem>
        <MenuDivider />
        <MenuItem leftSection={<IconLogout size={18} stroke={1.5} />} onClick={() => void signOut()}>
          {t('signOut')}
        </MenuItem>
      </MenuDropdown>
    </Menu>
  );
}
