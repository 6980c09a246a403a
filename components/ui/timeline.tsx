import type { ReactNode } from 'react';
import { Seal, type SealState } from './seal';
import classes from './timeline.module.css';

export type TimelineEntry = {
  id: string;
  seal?: SealState;
  /** Instead of a seal: an avatar or an icon, 24 px. */
  marker?: ReactNode;
  title: ReactNode;
  at?: ReactNode;
  children?: ReactNode;
};

/** What happened, newest first, hung on one thread. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <span className={classes.marker}>
            {entry.seal ? <Seal state={entry.seal} /> : (entry.marker ?? <span className={classes.dot} />)}
          </span>
          <div className={classes.body}>
            <div className={classes.head}>
              <span className={classes.title}>{entry.title}</span>
              {entry.at ? <span className={classes.at}>{entry.at}</span> : null}
            </div>
            {entry.children ? <div className={classes.text}>{entry.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
