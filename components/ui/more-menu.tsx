'use client';
import { ActionIcon, Menu, MenuDropdown, MenuTarget } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** `children` are the kit's `Menu.Item`s. */
export default function MoreMenu({ children, label }: { children: ReactNode; label?: string }) {
  const t = useTranslations('common');
  return (
    <Menu>
      <MenuTarget>
        <ActionIcon variant="default" aria-label={label ?? t('more')}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </MenuTarget>
      <MenuDropdown>{children}</MenuDropdown>
    </Menu>
  );
}
