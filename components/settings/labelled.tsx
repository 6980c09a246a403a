import type { ReactNode } from 'react';
import classes from './labelled.module.css';

/** A label over a control that names itself (a group of buttons). */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <div>{children}</div>
    </div>
  );
}
