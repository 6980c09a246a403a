import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './change.module.css';

/** A change looks the same everywhere: the old value struck through, the new one on the highlighter. One side may be missing. */
export function Change({ from, to }: { from?: ReactNode; to?: ReactNode }) {
  const t = useTranslations('common');
  return (
    <span className={classes.change}>
      {from === undefined ? null : <Was label={t('removed')}>{from}</Was>}
      {to === undefined ? null : <Now>{to}</Now>}
    </span>
  );
}

export function Was({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <del className={classes.was} title={label}>
      {children}
    </del>
  );
}

export function Now({ children }: { children: ReactNode }) {
  return <ins className={classes.now}>{children}</ins>;
}
