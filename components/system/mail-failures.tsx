'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import type { MailFailure } from '@/server/notify/mail-state';
import classes from './system.module.css';

/** Mails that did not leave, the newest first: to whom, why, and whether they are tried again. */
export function MailFailures({ failures }: { failures: readonly MailFailure[] }) {
  const t = useTranslations('system.mail');
  const columns = useMemo<DataColumn<MailFailure>[]>(
    () => [
      {
        id: 'to',
        header: t('to'),
        width: 220,
        card: 'title',
        cell: (row) => (row.recipient ? <UserName person={row.recipient} meta={row.address} /> : row.address),
      },
      { id: 'error', header: t('error'), card: 'meta', cell: (row) => <span className={classes.error}>{row.error}</span> },
      { id: 'attempts', header: t('attempts'), width: 88, numeric: true, card: 'none', cell: (row) => row.attempts },
      { id: 'made', header: t('made'), width: 120, card: 'foot', cell: (row) => <RelativeTime value={row.createdAt} /> },
      {
        id: 'next',
        header: t('next'),
        width: 140,
        card: 'footEnd',
        cell: (row) => (row.nextTryAt ? <RelativeTime value={row.nextTryAt} /> : t('givenUp')),
      },
    ],
    [t],
  );
  return (
    <Card title={t('failures')}>
      <DataTable
        label={t('failures')}
        rows={[...failures]}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.address}
        density="compact"
        isLoading={false}
      />
    </Card>
  );
}
