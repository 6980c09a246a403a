'use client';

import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { sealOf } from '@/components/request/seal-of';
import { loadRequestParts } from '@/components/request/soon';
import { SummaryValue } from '@/components/request/summary-value';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { Due } from '@/components/ui/due';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { SearchInput } from '@/components/ui/search-input';
import { useSoon } from '@/components/ui/use-soon';
import { useUrlState } from '@/components/ui/use-url-state';
import { localText } from '@/lib/json';
import type { MyRequest } from '@/server/instance/list-views';
import { DraftList } from './draft-list';
import { HolderText } from './holder-text';
import { MINE_STATES, mineInput, mineState } from './mine-state';
import { ProgressSteps } from './progress-steps';
import { UrgeLink } from './urge-link';
import classes from './lists.module.css';

const DEFAULTS = { q: '', state: 'all' };

/** The reader's own requests: where each is and who holds it. */
export function MyRequests() {
  const t = useTranslations('lists');
  const locale = useLocale();
  const trpc = useTRPC();
  useSoon(loadRequestParts);
  const [state, setState] = useUrlState(DEFAULTS);
  const filter = mineState(state.state);
  const { data: counts } = useQuery(trpc.task.counts.queryOptions({}));
  const query = useInfiniteQuery({
    ...trpc.instance.listMine.infiniteQueryOptions(mineInput(filter, state.q), cursorPages),
    enabled: filter !== 'drafts',
  });
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<MyRequest>[]>(
    () => [
      { id: 'seal', header: '', width: 52, card: 'lead', cell: (row) => <Seal state={sealOf(row.seal)} /> },
      { id: 'title', header: t('request'), width: '25%', card: 'title', cell: (row) => row.title },
      {
        id: 'number',
        header: t('number'),
        card: 'meta',
        width: 140,
        wide: true,
        cell: (row) => <span className={classes.mono}>{row.number}</span>,
      },
      { id: 'process', header: t('process'), width: 112, wide: 'widest', cell: (row) => localText(row.process.name, locale) },
      { id: 'progress', header: t('progressHead'), width: 104, wide: true, card: 'foot', cell: (row) => <ProgressSteps request={row} /> },
      {
        id: 'summary',
        header: t('summary'),
        width: 116,
        numeric: true,
        card: 'value',
        cell: (row) => (row.summary[0] ? <SummaryValue field={row.summary[0]} plain /> : '—'),
      },
      {
        id: 'holder',
        header: t('holder'),
        card: 'foot',
        cell: (row) => (row.endedAt === null ? <HolderText holders={row.holders} className={classes.holder} /> : '—'),
      },
      {
        id: 'at',
        header: t('lastAt'),
        width: 164,
        card: 'footEnd',
        cell: (row) => (
          <span className={classes.at}>
            {row.dueAt ? (
              <Due value={row.dueAt} paused={row.seal === 'suspended'} />
            ) : (
              <RelativeTime value={row.endedAt ?? row.startedAt} />
            )}
            <UrgeLink request={row} />
          </span>
        ),
      },
    ],
    [t, locale],
  );
  return (
    <>
      <PageHeader
        title={t('mineTitle', { count: counts?.mine.count ?? 0 })}
        subtitle={t('mineSubtitle')}
        actions={
          <Button variant="filled" component={Link} href="/start">
            {t('start')}
          </Button>
        }
      />
      <div className={classes.tools}>
        <FilterChips
          label={t('state')}
          value={filter}
          onChange={(value) => setState({ state: value })}
          chips={MINE_STATES.map((id) => ({
            id,
            label: t(`mine.${id}`),
            ...(id === 'drafts' && counts ? { count: counts.drafts.count } : {}),
          }))}
        />
        {filter !== 'drafts' && <SearchInput label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={280} />}
      </div>
      <Card>
        {filter === 'drafts' ? (
          <DraftList />
        ) : (
          <DataTable
            label={t('mineLabel')}
            rows={rows}
            columns={columns}
            rowId={(row) => row.id}
            rowName={(row) => row.title}
            rowHref={(row) => `/requests/${row.id}`}
            {...fromQuery(query)}
            list={`${filter} ${state.q}`}
            empty={
              <EmptyState
                title={state.q || filter !== 'all' ? t('noMatch') : t('mineEmpty')}
                action={
                  <Button component={Link} href="/start">
                    {t('start')}
                  </Button>
                }
              >
                {state.q ? null : t('mineEmptyHint')}
              </EmptyState>
            }
          />
        )}
      </Card>
    </>
  );
}
