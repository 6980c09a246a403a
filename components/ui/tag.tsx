import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type TagTone = 'grey' | 'pine' | 'indigo' | 'ochre' | 'red';

/** A short fact or state beside a text: round 2, vote 2/5, new. */
export function Tag({ tone = 'grey', children, title }: { tone?: TagTone; children: ReactNode; title?: string }) {
  return (
    <span className={[classes.tag, classes[tone]].join(' ')} title={title}>
      {children}
    </span>
  );
}
