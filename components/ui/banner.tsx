import type { ReactNode } from 'react';
import classes from './banner.module.css';

type Props = {
  /** `plain` tells, `mark` points out a change, `warning` is ochre, `danger` is red. */
  tone?: 'plain' | 'mark' | 'warning' | 'danger';
  icon?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
};

/** One sentence over the content that the reader must not miss. */
export function Banner({ tone = 'plain', icon, end, children }: Props) {
  return (
    <div className={[classes.banner, classes[tone]].join(' ')} role={tone === 'danger' ? 'alert' : 'status'}>
      {icon}
      <div className={classes.text}>{children}</div>
      {end ? <div className={classes.end}>{end}</div> : null}
    </div>
  );
}
