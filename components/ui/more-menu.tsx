'use client';
import { ActionIcon, Menu, MenuDivider, MenuDropdown, MenuItem, type MenuItemProps, MenuTarget } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export function MoreMenuItem(props: MenuItemProps & { onClick(): void }) {
  return <MenuItem {...props} />;
}

export function MoreMenuDivider() {
  return <MenuDivider />;
}

export default function MoreMenuOpen({ children, label, quiet }: { children: ReactNode; label: string; quiet: boolean }) {
  return (
    <Menu defaultOpened>
      <MenuTarget>
        <ActionIcon variant={quiet ? 'subtle' : 'default'} aria-label={label}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </MenuTarget>
      <MenuDropdown>{children}</MenuDropdown>
    </Menu>
  );
}
