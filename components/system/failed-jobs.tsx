'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useLocal } from '@/components/ui/use-local';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { useCallError } from '@/components/ui/use-call-error';
import type { FailedJob } from '@/server/system/failed-jobs';
import classes from './system.module.css';

const RetryDialog = dynamic(() => import('./retry-dialog').then((module) => module.RetryDialog), { ssr: false });
const NONE: ReadonlySet<string> = new Set();

/** Calls of outside systems that were given up; after an outage, all of them can be tried again at once. */
export function FailedJobs() {
  const t = useTranslations('system');
  const trpc = useTRPC();
  const local = useLocal();
  const callError = useCallError();
  const canRetry = useCan()('instance.operate');
  const [chosen, setChosen] = useState(NONE);
  const [isAsking, setAsking] = useState(false);
  const query = useInfiniteQuery(trpc.system.failedJobs.infiniteQueryOptions({ limit: 30 }, { ...cursorPages, refetchInterval: 10_000 }));
  const rows = itemsOf(query);
  const selected = rows.filter((row) => chosen.has(row.incidentId));
  const columns = useMemo<DataColumn<FailedJob>[]>(
    () => [
      {
        id: 'request',
        header: t('request'),
        card: 'title',
        cell: (row) => (
          <>
            {row.title} <span className={classes.quiet}>{row.number}</span>
          </>
        ),
      },
      { id: 'process', header: t('process'), cell: (row) => local(row.processName) },
      { id: 'step', header: t('step'), cell: (row) => row.elementName },
      { id: 'error', header: t('error'), card: 'foot', cell: (row) => <span className={classes.error}>{callError(row.error)}</span> },
      { id: 'at', header: t('at'), width: 130, card: 'footEnd', cell: (row) => <RelativeTime value={row.since} /> },
    ],
    [t, local, callError],
  );
  return (
    <Card
      title={t('failedJobs')}
      meta={t('failedJobsHelp')}
      end={
        selected.length > 0 ? (
          <Button size="xs" variant="filled" onClick={() => setAsking(true)}>
            {t('retrySelected', { count: selected.length })}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        label={t('failedJobs')}
        rows={rows}
        columns={columns}
        density="compact"
        rowId={(row) => row.incidentId}
        rowName={(row) => row.title}
        rowHref={(row) => `/requests/${row.instanceId}`}
        {...(canRetry ? { selection: { ids: chosen, onChange: setChosen } } : {})}
        {...fromQuery(query)}
        empty={<EmptyState title={t('none')} />}
      />
      {isAsking ? (
        <RetryDialog
          jobs={selected}
          onClose={() => {
            setAsking(false);
            setChosen(NONE);
          }}
        />
      ) : null}
    </Card>
  );
}
