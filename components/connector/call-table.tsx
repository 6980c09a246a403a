'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import { useCallError } from '@/components/ui/use-call-error';
import type { CallView } from '@/server/connector/calls';
import classes from './connector.module.css';

/** What flows asked of a connector, attempt by attempt; the same key at each attempt of one step. */
export function CallTable({ connectorId }: { connectorId: string }) {
  const t = useTranslations('connector');
  const trpc = useTRPC();
  const callError = useCallError();
  const query = useInfiniteQuery(trpc.connector.calls.infiniteQueryOptions({ id: connectorId, limit: 20 }, cursorPages));
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<CallView>[]>(
    () => [
      { id: 'request', header: t('request'), card: 'title', cell: (row) => row.number || row.instanceId.slice(0, 8) },
      {
        id: 'result',
        header: t('result'),
        width: 160,
        card: 'value',
        cell: (row) => (
          <Tag tone={row.status !== null && row.status >= 200 && row.status < 300 ? 'pine' : 'red'}>
            {row.status ?? (row.error ? callError({ code: row.error }) : '—')}
          </Tag>
        ),
      },
      { id: 'attempt', header: t('attempt'), width: 100, numeric: true, card: 'none', cell: (row) => row.attempt },
      {
        id: 'ms',
        header: t('duration'),
        width: 110,
        numeric: true,
        card: 'foot',
        cell: (row) => (row.ms === null ? '—' : t('ms', { count: row.ms })),
      },
      {
        id: 'key',
        header: t('key'),
        card: 'none',
        cell: (row) => (
          <code className={classes.code} title={row.idempotencyKey}>
            …{row.idempotencyKey.slice(-12)}
          </code>
        ),
      },
      { id: 'at', header: t('at'), width: 140, card: 'footEnd', cell: (row) => <RelativeTime value={row.at} /> },
    ],
    [t, callError],
  );
  return (
    <Card title={t('calls')} meta={t('callsHelp')}>
      <DataTable
        label={t('calls')}
        rows={rows}
        columns={columns}
        density="compact"
        rowId={(row) => row.id}
        rowName={(row) => row.number}
        rowHref={(row) => `/requests/${row.instanceId}`}
        {...fromQuery(query)}
        empty={<EmptyState title={t('callsNone')} />}
      />
    </Card>
  );
}
