'use client';
import { Drawer, type DrawerProps } from '@mantine/core';

export function DrawerInner(props: DrawerProps) {
  return <Drawer {...props} />;
}
