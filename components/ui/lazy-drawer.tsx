'use client';
import type { DrawerProps } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useWanted } from './use-wanted';

const Drawer = dynamic(() => import('./drawer-inner').then((module) => module.DrawerInner), { ssr: false });

/** The kit's Drawer, loaded when it opens for the first time. */
export function LazyDrawer(props: DrawerProps) {
  return useWanted(props.opened) ? <Drawer {...props} /> : null;
}
