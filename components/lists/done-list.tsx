'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { sealOf } from '@/components/request/seal-of';
import { SummaryValue } from '@/components/request/summary-value';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { SearchInput } from '@/components/ui/search-input';
import { StatusText } from '@/components/ui/status-text';
import { UserName } from '@/components/ui/user-name';
import { useUrlState } from '@/components/ui/use-url-state';
import { localText } from '@/lib/json';
import type { DoneItem } from '@/server/task/task-views';
import classes from './lists.module.css';

const DEFAULTS = { q: '' };

/** What the reader has decided, and what has become of it since. */
export function DoneList() {
  const t = useTranslations('lists');
  const locale = useLocale();
  const trpc = useTRPC();
  const [state, setState] = useUrlState(DEFAULTS);
  const query = useInfiniteQuery(trpc.task.done.infiniteQueryOptions({ limit: 30, ...(state.q ? { text: state.q } : {}) }, cursorPages));
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<DoneItem>[]>(
    () => [
      { id: 'seal', header: '', width: 52, card: 'lead', cell: (row) => <Seal state={sealOf(row.seal)} /> },
      { id: 'title', header: t('request'), width: '34%', card: 'title', cell: (row) => row.title },
      { id: 'process', header: t('process'), cell: (row) => localText(row.process.name, locale) },
      {
        id: 'applicant',
        header: t('applicant'),
        cell: (row) => <UserName person={row.applicant} meta={row.department ? localText(row.department.name, locale) : undefined} />,
      },
      {
        id: 'summary',
        header: t('summary'),
        numeric: true,
        card: 'value',
        cell: (row) => (row.summary[0] ? <SummaryValue field={row.summary[0]} plain /> : '—'),
      },
      { id: 'decision', header: t('decision'), card: 'foot', cell: (row) => <StatusText kind="workItem" value={row.decision} /> },
      { id: 'at', header: t('decidedAt'), card: 'footEnd', cell: (row) => <RelativeTime value={row.endedAt} /> },
    ],
    [t, locale],
  );
  return (
    <>
      <PageHeader title={t('doneTitle')} subtitle={t('doneSubtitle')} />
      <div className={classes.tools}>
        <SearchInput label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={320} />
      </div>
      <Card>
        <DataTable
          label={t('doneTitle')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.workItemId}
          rowName={(row) => row.title}
          rowHref={(row) => `/requests/${row.instanceId}`}
          {...fromQuery(query)}
          empty={<EmptyState title={state.q ? t('noMatch') : t('doneEmpty')} />}
        />
      </Card>
    </>
  );
}
