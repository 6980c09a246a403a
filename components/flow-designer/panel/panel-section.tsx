'use client';

import type { ReactNode } from 'react';
import classes from './panel.module.css';

/** One heading of the property panel with what belongs to it. */
export function PanelSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <header className={classes.sectionHeader}>
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Label left, control right; the label wraps above on a narrow panel. */
export function PanelRow({ label, htmlFor, children }: { label: string; htmlFor?: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <label className={classes.rowLabel} htmlFor={htmlFor}>
        {label}
      </label>
      <div className={classes.rowControl}>{children}</div>
    </div>
  );
}
