'use client';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './url-tabs.module.css';
import { useUrlState } from './use-url-state';

export type UrlTab = { id: string; label: string; count?: string | number; panel: ReactNode };

const DEFAULTS = { tab: '' };

/** Tabs whose choice stands in the address as `?tab=`; the first is the default. Only the open panel is mounted. */
export function UrlTabs({ label, tabs }: { label: string; tabs: readonly UrlTab[] }) {
  const [{ tab }, set] = useUrlState(DEFAULTS);
  const first = tabs[0]?.id ?? '';
  const open = tabs.some((item) => item.id === tab) ? tab : first;
  return (
    <Tabs value={open} onChange={(id) => set({ tab: id === first ? null : id })}>
      <Tabs.List aria-label={label}>
        {tabs.map((item) => (
          <Tabs.Tab key={item.id} value={item.id}>
            {item.label}
            {item.count === undefined ? null : <em className={classes.count}>{item.count}</em>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((item) => (
        <Tabs.Panel key={item.id} value={item.id} className={classes.panel}>
          {item.panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
