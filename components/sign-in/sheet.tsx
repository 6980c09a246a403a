'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BrandSeal } from '@/components/shell/brand';
import { useHydrates } from '@/components/shell/use-hydrates';
import { ScreenPreferences } from './screen-preferences';
import classes from './sign-in.module.css';

/** A sheet of paper with the seal on it: what stands before the portal. */
export function Sheet({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const tc = useTranslations('common');
  return (
    <div {...useHydrates()} className={classes.screen}>
      <div className={classes.corner}>
        <ScreenPreferences />
      </div>
      <main className={classes.sheet}>
        <div className={classes.brand}>
          <BrandSeal large />
          <div>
            <p className={classes.name}>{tc('brand')}</p>
            <p className={classes.lead}>{lead}</p>
          </div>
        </div>
        <h1 className={classes.srOnly}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
