'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useLocal } from '@/components/ui/use-local';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import type { ConnectorRow } from '@/server/connector/overview';
import classes from './connector.module.css';

const ConnectorDrawer = dynamic(() => import('./connector-drawer').then((module) => module.ConnectorDrawer), { ssr: false });

/** The outside systems that flows may call: where each is, who leans on it, how its last call went. */
export function ConnectorList() {
  const t = useTranslations('connector');
  const trpc = useTRPC();
  const local = useLocal();
  const [isAdding, setAdding] = useState(false);
  const query = useQuery(trpc.connector.overview.queryOptions());
  const rows = query.data ?? [];
  const columns = useMemo<DataColumn<ConnectorRow>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        card: 'title',
        cell: (row) => (
          <>
            <span className={classes.name}>{local(row.name)}</span> {row.disabled ? <Tag>{t('off')}</Tag> : null}
          </>
        ),
      },
      { id: 'address', header: t('address'), card: 'meta', cell: (row) => <code className={classes.code}>{row.baseUrl}</code> },
      { id: 'uses', header: t('uses'), width: 140, card: 'foot', cell: (row) => t('usesCount', { count: row.uses }) },
      { id: 'lastCall', header: t('lastCall'), width: 200, card: 'footEnd', cell: (row) => <LastCall call={row.lastCall} /> },
    ],
    [t, local],
  );
  const register = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('register')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={query.data ? t('title', { count: rows.length }) : t('list')}
        subtitle={t('subtitle')}
        actions={rows.length > 0 ? register : undefined}
      />
      <Card>
        <DataTable
          label={t('list')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => local(row.name)}
          rowHref={(row) => `/connectors/${row.id}`}
          {...fromQuery(query)}
          empty={
            <EmptyState title={t('empty')} action={register}>
              {t('emptyBody')}
            </EmptyState>
          }
        />
      </Card>
      {isAdding ? <ConnectorDrawer connector={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

// helpers //////////////////////

function LastCall({ call }: { call: ConnectorRow['lastCall'] }) {
  const t = useTranslations('connector');
  if (!call) return <span className={classes.quiet}>{t('never')}</span>;
  return (
    <span className={classes.inline}>
      <Tag tone={call.ok ? 'pine' : 'red'}>{t(call.ok ? 'ok' : 'failed')}</Tag> <RelativeTime value={call.at} />
    </span>
  );
}
