'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { sealOf } from '@/components/request/seal-of';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { Due } from '@/components/ui/due';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { StatusText } from '@/components/ui/status-text';
import { SearchInput } from '@/components/ui/search-input';
import { UserName } from '@/components/ui/user-name';
import { useUrlState } from '@/components/ui/use-url-state';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { MonitoredInstance } from '@/server/monitor/list-instances';
import classes from './monitor.module.css';

const BulkBar = dynamic(() => import('./bulk-bar').then((module) => module.BulkBar));
const UserPicker = dynamic(() => import('@/components/org/user-picker').then((module) => module.UserPicker), { ssr: false });
const NONE: ReadonlySet<string> = new Set();
const DEFAULTS = { q: '', state: 'open', age: '', process: '', holder: '' };
const STATES = ['open', 'stuck', 'overdue', 'dueToday', 'suspended', 'ended', 'all'] as const;

/** Every instance the watcher may see: by state, age, process, holder or words; the filters stand in the address. */
export function InstanceTable() {
  const t = useTranslations('monitor');
  const locale = useLocale();
  const trpc = useTRPC();
  const [state, setState] = useUrlState(DEFAULTS);
  const filter = STATES.find((value) => value === state.state) ?? 'open';
  const query = useInfiniteQuery(
    trpc.monitor.instances.infiniteQueryOptions(
      {
        state: filter,
        limit: 30,
        ...(state.q ? { text: state.q } : {}),
        ...(state.age ? { olderThanHours: Number(state.age) } : {}),
        ...(state.process ? { processId: state.process } : {}),
        ...(state.holder ? { holderId: state.holder } : {}),
      },
      { ...cursorPages, refetchInterval: 60_000 },
    ),
  );
  const rows = itemsOf(query);
  const operates = useCan()('instance.operate');
  const [chosen, setChosen] = useState(NONE);
  // What the filters have taken away meanwhile is not acted on.
  const selected = rows.filter((row) => chosen.has(row.id));
  const processes = useQuery(trpc.org.processOptions.queryOptions({}, { staleTime: 300_000 }));
  const columns = useMemo<DataColumn<MonitoredInstance>[]>(() => {
    const holderOf = (row: MonitoredInstance): string => {
      if (row.endedAt !== null) return '—';
      const [first] = row.holders;
      if (!first) return t('automatic');
      const name = first.name ? personName(first, locale) : t('offered');
      return row.holderCount > 1 ? t('andOthers', { name, count: row.holderCount }) : name;
    };
    return [
      { id: 'seal', header: '', width: 52, card: 'lead', cell: (row) => <Seal state={sealOf(row.seal)} /> },
      { id: 'number', header: t('number'), width: 140, card: 'meta', cell: (row) => <span className={classes.mono}>{row.number}</span> },
      { id: 'title', header: t('title'), width: '28%', card: 'title', cell: (row) => row.title },
      { id: 'process', header: t('process'), card: 'none', cell: (row) => localText(row.processName, locale) },
      {
        id: 'applicant',
        header: t('applicant'),
        cell: (row) => <UserName person={row.applicant} meta={row.departmentName ? localText(row.departmentName, locale) : undefined} />,
      },
      {
        id: 'holder',
        header: t('holder'),
        card: 'foot',
        cell: (row) =>
          row.incidents > 0 ? (
            <StatusText kind="stuck" value="incident" variant="tag" />
          ) : row.stalled ? (
            <span className={classes.held}>
              <span>{holderOf(row)}</span> <StatusText kind="stuck" value="stalled" variant="tag" />
            </span>
          ) : (
            holderOf(row)
          ),
      },
      {
        id: 'age',
        header: t('age'),
        card: 'footEnd',
        cell: (row) => <RelativeTime value={row.endedAt ?? row.holders[0]?.since ?? row.startedAt} />,
      },
      {
        id: 'due',
        header: t('due'),
        card: 'value',
        cell: (row) => (row.dueAt ? <Due value={row.dueAt} paused={row.seal === 'suspended'} /> : '—'),
      },
    ];
  }, [t, locale]);
  return (
    <Card>
      <div className={classes.tools}>
        <FilterChips
          label={t('state')}
          value={filter}
          onChange={(value) => setState({ state: value })}
          // What is due today is reached by its number above; the chips stand in one line without it.
          chips={STATES.filter((id) => id !== 'dueToday' || id === filter).map((id) => ({ id, label: t(`states.${id}`) }))}
        />
        <div className={classes.toolsEnd}>
          <div className={classes.holder}>
            <UserPicker
              multiple={false}
              ariaLabel={t('holder')}
              size="xs"
              placeholder={t('anyHolder')}
              value={state.holder || null}
              onChange={(value) => setState({ holder: typeof value === 'string' ? value : '' })}
            />
          </div>
          <NativeSelect
            size="xs"
            className={classes.process ?? ''}
            aria-label={t('process')}
            value={state.process}
            data={[
              { value: '', label: t('anyProcess') },
              ...(processes.data ?? []).map(({ id, name }) => ({ value: id, label: localText(name, locale) })),
            ]}
            onChange={(event) => setState({ process: event.currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label={t('olderThan')}
            value={state.age}
            data={[
              { value: '', label: t('anyAge') },
              ...[24, 72, 168, 720].map((hours) => ({ value: String(hours), label: t('ageOption', { days: hours / 24 }) })),
            ]}
            onChange={(event) => setState({ age: event.currentTarget.value })}
          />
          <SearchInput size="xs" label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={190} />
        </div>
      </div>
      <DataTable
        label={t('instances')}
        rows={rows}
        columns={columns}
        density="compact"
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        rowHref={(row) => `/requests/${row.id}`}
        {...(operates ? { selection: { ids: chosen, onChange: setChosen } } : {})}
        {...fromQuery(query)}
        list={JSON.stringify(state)}
        empty={
          <EmptyState
            title={t(query.hasNextPage ? 'noneFoundYet' : 'noneFound')}
            action={
              query.hasNextPage && (
                <Button size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('lookFurther')}
                </Button>
              )
            }
          />
        }
      />
      {operates && <BulkBar selected={selected} holderId={state.holder || null} onChange={setChosen} />}
    </Card>
  );
}
