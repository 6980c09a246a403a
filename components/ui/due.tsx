'use client';
import { useTranslations } from 'next-intl';
import { formatDate } from '@/lib/format/date';
import { dueState, durationParts } from '@/lib/format/relative-time';
import classes from './due.module.css';
import { useNow } from './use-now';
import { useReader } from './use-reader';

/** How much time is left: plain, today in ochre, past due in vermilion; paused while the request is suspended. Without a due date a dash. */
export function Due({ value, paused = false }: { value: string | null; paused?: boolean }) {
  const t = useTranslations('common');
  const reader = useReader();
  const now = useNow();
  if (!value) return <span className={classes.none}>—</span>;
  if (paused) return <span className={classes.left}>{t('due.paused')}</span>;
  const state = dueState(value, now, reader.timeZone);
  const { unit, count } = durationParts(Date.parse(value) - now.getTime());
  const duration = t(`duration.${unit}`, { count });
  return (
    <time dateTime={value} title={formatDate(value, 'full', reader)} className={classes[state]}>
      {state === 'today' ? t('due.today', { time: formatDate(value, 'time', reader) }) : t(`due.${state}`, { duration })}
    </time>
  );
}
