'use client';

import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import type { Overview } from '@/server/monitor/overview';
import classes from './monitor.module.css';

/** Started and ended per day; the sentence below says the same in words. */
export default function DailyChart({ daily }: { daily: Overview['daily'] }) {
  const t = useTranslations('monitor');
  const reader = useReader();
  const started = daily.reduce((sum, day) => sum + day.started, 0);
  const ended = daily.reduce((sum, day) => sum + day.ended, 0);
  return (
    <div className={classes.chart}>
      <BarChart
        h={220}
        data={daily.map((day) => ({ day: formatDate(day.day, 'day', reader), started: day.started, ended: day.ended }))}
        dataKey="day"
        withLegend
        gridColor="var(--line)"
        textColor="var(--ink2)"
        strokeDasharray={0}
        tickLine="none"
        maxBarWidth={14}
        // Requests are counted: there is no half of one.
        yAxisProps={{ allowDecimals: false }}
        legendProps={{ verticalAlign: 'top', height: 32, itemSorter: null }}
        series={[
          { name: 'started', label: t('started'), color: 'var(--ink3)' },
          { name: 'ended', label: t('ended'), color: 'var(--indigo)' },
        ]}
      />
      <p className={classes.none}>{t('dailySentence', { started, ended })}</p>
    </div>
  );
}
