import type { ReactNode } from 'react';
import classes from './action-bar.module.css';

type Props = {
  /** Over the buttons: the comment, who comes next. */
  above?: ReactNode;
  /** The primary action first, then what belongs beside it. */
  children: ReactNode;
  /** Rarer actions at the right end. */
  end?: ReactNode;
  /** Under the buttons: keys, what happens afterwards. */
  below?: ReactNode;
  label: string;
};

/** The actions of a page, always within reach: at the lower edge, on a phone under the thumb. */
export function ActionBar({ above, children, end, below, label }: Props) {
  return (
    <div className={classes.bar} data-action-bar role="group" aria-label={label}>
      {above ? <div className={classes.above}>{above}</div> : null}
      <div className={classes.row}>
        <div className={classes.main}>{children}</div>
        {end ? <div className={classes.end}>{end}</div> : null}
      </div>
      {below ? <div className={classes.below}>{below}</div> : null}
    </div>
  );
}
