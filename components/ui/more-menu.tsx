'use client';
import { ActionIcon, Menu, MenuDropdown, MenuTarget } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** `children` are the kit's `Menu.Item`s; `quiet` in the rows of a list. */
export default function MoreMenu({ children, label, quiet = false }: { children: ReactNode; label?: string; quiet?: boolean }) {
  const t = useTranslations('common');
  return (
    <Menu>
      <MenuTarget>
        <ActionIcon variant={quiet ? 'subtle' : 'default'} aria-label={label ?? t('more')}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </MenuTarget>
      <MenuDropdown>{children}</MenuDropdown>
    </Menu>
  );
}
