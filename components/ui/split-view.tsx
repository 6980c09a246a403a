import type { ReactNode } from 'react';
import classes from './split-view.module.css';

type Props = {
  list: ReactNode;
  detail: ReactNode;
  /** On a phone only one side is shown: the detail when something is open. */
  hasDetail: boolean;
  listLabel: string;
  detailLabel: string;
};

/** A list at the left (376 px) and what is open in it at the right; each scrolls for itself. */
export function SplitView({ list, detail, hasDetail, listLabel, detailLabel }: Props) {
  return (
    <div className={classes.split} data-detail={hasDetail || undefined}>
      <section className={classes.list} aria-label={listLabel}>
        {list}
      </section>
      <section className={classes.detail} aria-label={detailLabel}>
        {detail}
      </section>
    </div>
  );
}
