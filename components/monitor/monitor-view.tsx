'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@mantine/core';
import { localText } from '@/lib/json';
import type { Capped, Overview } from '@/server/monitor/overview';
import { capText } from './cap-text';
import { Elapsed } from './elapsed';
import { InstanceTable } from './instance-table';
import classes from './monitor.module.css';
import { StuckCard } from './stuck-card';
import { useWait } from './use-wait';

const DailyChart = dynamic(() => import('./daily-chart'), { ssr: false, loading: ChartSkeleton });
const DAYS = 20;

/** What is stuck first, then the numbers, the trend, the slowest steps, and every instance in reach. */
export function MonitorView() {
  const t = useTranslations('monitor');
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.monitor.overview.queryOptions({ days: DAYS }, { refetchInterval: 30_000 }));
  const [oldest] = data.stuck.map((item) => item.since).toSorted();
  return (
    <div className={classes.page}>
      <PageHeader
        title={
          oldest
            ? t.rich('stuckTitle', {
                count: capText(data.stuckCount),
                time: () => <Elapsed since={oldest} className={classes.longest} />,
              })
            : t('nothingStuck', { count: capText(data.open) })
        }
        subtitle={t('fresh')}
      />
      {data.stuck.length > 0 && <StuckCard stuck={data.stuck} all={data.stuckCount} />}
      <dl className={classes.numbers}>
        <Number label={t('open')} value={data.open} href="/monitor?state=open#instances" />
        <Number label={t('overdue')} value={data.overdue} late={data.overdue.count > 0} href="/monitor?state=overdue#instances" />
        <Number label={t('dueToday')} value={data.dueToday} href="/monitor?state=dueToday#instances" />
        <Number
          label={t('startedToday')}
          value={{ count: data.startedToday, more: false }}
          note={t('endedToday', { count: data.endedToday })}
        />
        <Number label={t('suspended')} value={data.suspended} href="/monitor?state=suspended#instances" />
      </dl>
      <div className={classes.charts}>
        <Card title={t('daily')} meta={t('days', { days: DAYS })}>
          <DailyChart daily={data.daily} />
        </Card>
        <Card title={t('slowest')} meta={t('slowestHint')}>
          <Slowest rows={data.slowest} />
        </Card>
      </div>
      <div id="instances" className={classes.instances}>
        <InstanceTable />
      </div>
    </div>
  );
}

// helpers //////////////////////

/** As high as the chart with its sentence. */
function ChartSkeleton() {
  return (
    <div className={classes.chart}>
      <Skeleton height={249} />
    </div>
  );
}

function Number({
  label,
  value,
  late = false,
  note,
  href,
}: {
  label: string;
  value: Capped;
  late?: boolean;
  note?: string;
  /** The list below, cut down to these. */
  href?: string;
}) {
  const count = capText(value);
  return (
    <div>
      <dt>{label}</dt>
      <dd data-late={late || undefined}>
        {href ? <Link href={href}>{count}</Link> : count} {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

function Slowest({ rows }: { rows: Overview['slowest'] }) {
  const t = useTranslations('monitor');
  const locale = useLocale();
  const duration = useWait();
  if (rows.length === 0) return <p className={classes.none}>{t('noHistory')}</p>;
  const longest = Math.max(...rows.map((row) => row.p90Minutes), 1);
  return (
    <table className={classes.slowest}>
      <thead>
        <tr>
          <th scope="col">{t('step')}</th>
          <th scope="col">{t('waiting')}</th>
          <th scope="col">{t('median')}</th>
          <th scope="col">{t('openNow')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.processId}-${row.elementId}`}>
            <th scope="row">
              {row.elementName}
              <small>{localText(row.processName, locale)}</small>
            </th>
            <td>
              <svg
                className={classes.bar}
                viewBox="0 0 100 6"
                preserveAspectRatio="none"
                role="img"
                aria-label={`${duration(row.medianMinutes)} – ${duration(row.p90Minutes)}`}
              >
                <rect width="100" height="6" fill="var(--sunken)" />
                <rect width={(row.p90Minutes / longest) * 100} height="6" fill="var(--indigo-t)" />
                <rect width={(row.medianMinutes / longest) * 100} height="6" fill="var(--indigo)" />
              </svg>
            </td>
            <td>{duration(row.medianMinutes)}</td>
            <td>{row.open}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
