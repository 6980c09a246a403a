'use client';

import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useNavCounts } from '@/components/shell/use-nav-counts';
import { useAppError } from '@/components/shell/use-app-error';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { notifyDone } from '@/components/ui/notify';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import { UserName } from '@/components/ui/user-name';
import { useUrlState } from '@/components/ui/use-url-state';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { ReadItem } from '@/server/task/task-views';
import classes from './lists.module.css';

const DEFAULTS = { show: 'unread' };

/** What was sent to be read: unread first; some of it wants to be confirmed. */
export function ReadingList() {
  const t = useTranslations('lists');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: counts } = useNavCounts();
  const [state, setState] = useUrlState(DEFAULTS);
  const query = useInfiniteQuery(trpc.task.toRead.infiniteQueryOptions({ limit: 30, unread: state.show === 'unread' }, cursorPages));
  const rows = itemsOf(query);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const unread = rows.filter((row) => row.status !== 'done');
  const picked = unread.filter((row) => chosen.has(row.workItemId));
  const read = useMutation(
    trpc.task.markReadMany.mutationOptions({
      onError: useAppError(),
      onSuccess: async ({ read: count }) => {
        notifyDone({ message: t('saidRead', { count }) });
        setChosen(new Set());
        await client.invalidateQueries();
      },
    }),
  );
  const columns = useMemo<DataColumn<ReadItem>[]>(
    () => [
      {
        id: 'title',
        header: t('subject'),
        width: '38%',
        card: 'title',
        cell: (row) => <span className={row.viewedAt ? undefined : classes.unread}>{row.title}</span>,
      },
      { id: 'process', header: t('process'), cell: (row) => localText(row.process.name, locale) },
      {
        id: 'sender',
        header: t('sender'),
        cell: (row) => <UserName person={row.sender} meta={row.department ? localText(row.department.name, locale) : undefined} />,
      },
      {
        id: 'receipt',
        header: '',
        card: 'foot',
        cell: (row) =>
          row.receipt ? <Tag tone={row.urgedAt ? 'ochre' : 'grey'}>{t(row.urgedAt ? 'remindedTo' : 'mustConfirm')}</Tag> : null,
      },
      { id: 'at', header: t('arrived'), card: 'footEnd', cell: (row) => <RelativeTime value={row.createdAt} /> },
    ],
    [t, locale],
  );
  return (
    <>
      <PageHeader title={t('readingTitle', { count: counts?.counts.reading ?? 0 })} subtitle={t('readingSubtitle')} />
      <div className={classes.tools}>
        <FilterChips
          label={t('state')}
          value={state.show}
          onChange={(show) => setState({ show })}
          chips={[
            { id: 'unread', label: t('unreadOnly') },
            { id: 'all', label: t('readingAll') },
          ]}
        />
        {picked.length > 0 && (
          <Button
            size="xs"
            variant="filled"
            loading={read.isPending}
            onClick={() => read.mutate({ commandId: newId(), workItemIds: picked.slice(0, 100).map((row) => row.workItemId) })}
          >
            {t('markRead', { count: picked.length })}
          </Button>
        )}
      </div>
      <Card>
        <DataTable
          label={t('readingTitle', { count: counts?.counts.reading ?? 0 })}
          rows={rows}
          columns={columns}
          {...(unread.length > 0 ? { selection: { ids: chosen, onChange: setChosen } } : {})}
          rowId={(row) => row.workItemId}
          rowName={(row) => row.title}
          rowHref={(row) => `/requests/${row.instanceId}?item=${row.workItemId}`}
          {...fromQuery(query)}
          empty={<EmptyState title={t(state.show === 'unread' ? 'readingEmpty' : 'readingNone')} />}
        />
      </Card>
    </>
  );
}
