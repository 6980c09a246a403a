'use client';
import type { ReactNode } from 'react';
import { useHydrates } from '@/components/shell/use-hydrates';
import classes from './page.module.css';

/** The room of a page: 24/32 px of air, at most 1440 px wide; `bleed` fills the window (split views, designers). */
export function Page({ children, bleed = false }: { children: ReactNode; bleed?: boolean }) {
  return (
    <div {...useHydrates()} className={bleed ? classes.bleed : classes.page}>
      {children}
    </div>
  );
}
