import type { ReactNode } from 'react';
import { MoreMenu } from './lazy-more-menu';
import classes from './page-header.module.css';

type Props = {
  /** The answer that the person came for, in one sentence; numbers in it are `<NumberLink>`s. */
  title: ReactNode;
  subtitle?: ReactNode;
  /** Stands before the title: a seal. */
  lead?: ReactNode;
  /** At most one primary button, after quieter ones; what has no place in the hand carries `data-wide`. */
  actions?: ReactNode;
  /** `MoreMenuItem`s behind the three dots. */
  more?: ReactNode;
};

/** The first lines of a page: the answer in the serif face, what it rests on, and what to do. */
export function PageHeader({ title, subtitle, lead, actions, more }: Props) {
  return (
    <header className={classes.header}>
      {lead ? <div className={classes.lead}>{lead}</div> : null}
      <div className={classes.text}>
        <h1 className={classes.title}>{title}</h1>
        {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
      </div>
      {actions || more ? (
        <div className={classes.actions} data-screen>
          {actions}
          {more ? <MoreMenu>{more}</MoreMenu> : null}
        </div>
      ) : null}
    </header>
  );
}
