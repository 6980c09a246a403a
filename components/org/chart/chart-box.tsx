'use client';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { UserAvatar } from '@/components/ui/user-avatar';
import { personName } from '@/lib/format/person';
import type { DepartmentView } from '@/server/org/list-departments';
import { useLocal } from '@/components/ui/use-local';
import { BOX } from './chart-layout';
import classes from './org-chart.module.css';

type Props = {
  department: DepartmentView;
  x: number;
  y: number;
  /** Departments directly below. */
  below: number;
  isFolded: boolean;
  onFold: () => void;
  onOpen: () => void;
};

/** One department in the chart: its name, its head, its people. */
export function ChartBox({ department, x, y, below, isFolded, onFold, onOpen }: Props) {
  const t = useTranslations('org.chart');
  const locale = useLocale();
  const local = useLocal();
  const { head } = department;
  const isHeadless = department.people > 0 && (head === null || head.disabled);
  return (
    <li className={classes.place} style={{ left: x, top: y, width: BOX.width, height: BOX.height }}>
      <button
        type="button"
        className={classes.box}
        data-headless={isHeadless || undefined}
        data-top={department.parentId === null || undefined}
        onClick={onOpen}
      >
        <span className={classes.name}>{local(department.name)}</span>
        <span className={classes.people}>{t('people', { count: department.peopleBelow })}</span>
        <span className={classes.head}>
          {head && !head.disabled ? (
            <>
              <UserAvatar person={head} size="s" /> {personName(head, locale)}
            </>
          ) : isHeadless ? (
            t('noHead')
          ) : (
            '—'
          )}
        </span>
      </button>
      {below > 0 ? (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!isFolded}
          aria-label={t(isFolded ? 'unfold' : 'foldUp', { name: local(department.name), count: below })}
          onClick={onFold}
        >
          {isFolded ? (
            <>
              <IconPlus size={12} stroke={2} />
              {below}
            </>
          ) : (
            <IconMinus size={12} stroke={2} />
          )}
        </button>
      ) : null}
    </li>
  );
}
