'use client';
import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/components/org/router-types';
import classes from './usage-list.module.css';

/** What leans on a record, one kind a line, with the first names. */
export function UsageList({ usage }: { usage: RouterOutputs['org']['usage'] }) {
  const t = useTranslations('org.usage');
  return (
    <ul className={classes.list}>
      {usage.map(({ what, count, names }) => (
        <li key={what}>
          <b>{t(what, { count })}</b>
          <span className={classes.names}>
            {names.join(t('comma'))}
            {count > names.length ? t('andMore') : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
