import type { ReactNode } from 'react';
import classes from './state.module.css';

/** Nothing here, and what comes next: one sentence that teaches the step, and the step itself as a button. */
export function EmptyState({
  title,
  children,
  action,
  icon,
  isPage = false,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  /** It stands for a whole page: its title is the page's. */
  isPage?: boolean;
}) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={classes.state} data-empty>
      {icon ? <div className={classes.icon}>{icon}</div> : null}
      <Title className={classes.title}>{title}</Title>
      {children ? <p className={classes.body}>{children}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
