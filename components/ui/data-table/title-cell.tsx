import Link from 'next/link';
import type { ReactNode } from 'react';
import { ROW_LINK } from '../use-row-keys';
import classes from './data-table.module.css';

type Props<T> = { row: T; rowHref?: ((row: T) => string) | undefined; onOpen?: ((row: T) => void) | undefined; children: ReactNode };

/** The one link or button of a row; it is stretched over the whole of it, so a click anywhere opens and the middle button opens a tab. */
export function TitleCell<T>({ row, rowHref, onOpen, children }: Props<T>) {
  if (rowHref) {
    return (
      <Link {...ROW_LINK} href={rowHref(row)} className={classes.open} onClick={() => onOpen?.(row)}>
        {children}
      </Link>
    );
  }
  if (!onOpen) return children;
  return (
    <button {...ROW_LINK} type="button" className={classes.open} onClick={() => onOpen(row)}>
      {children}
    </button>
  );
}
