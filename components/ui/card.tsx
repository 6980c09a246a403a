import type { ReactNode } from 'react';
import classes from './card.module.css';

type Props = {
  title?: ReactNode;
  /** A few words behind the title: how it is sorted, how many. */
  meta?: ReactNode;
  /** At the right end of the head: one link or control. */
  end?: ReactNode;
  footer?: ReactNode;
  /** Padding around the content; tables and lists go without. */
  padded?: boolean;
  children: ReactNode;
  className?: string;
};

/** A sheet of paper with a hairline around it: one subject. */
export function Card({ title, meta, end, footer, padded = false, children, className }: Props) {
  return (
    <section className={[classes.card, className].filter(Boolean).join(' ')}>
      {title ? (
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {meta ? <span className={classes.meta}>{meta}</span> : null}
          {end ? <div className={classes.end}>{end}</div> : null}
        </header>
      ) : null}
      {padded ? <div className={classes.body}>{children}</div> : children}
      {footer ? <footer className={classes.foot}>{footer}</footer> : null}
    </section>
  );
}

/** A part of a card or a panel, divided from the next one by a hairline. */
export function Section({ title, meta, end, children }: Pick<Props, 'title' | 'meta' | 'end' | 'children'>) {
  return (
    <section className={classes.section}>
      {title ? (
        <header className={classes.sectionHead}>
          <h3 className={classes.sectionTitle}>{title}</h3>
          {meta ? <span className={classes.meta}>{meta}</span> : null}
          {end ? <div className={classes.end}>{end}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}
