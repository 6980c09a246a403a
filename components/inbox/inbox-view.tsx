'use client';

import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { useTRPC } from '@/components/shell/trpc';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { SearchInput } from '@/components/ui/search-input';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { SplitView } from '@/components/ui/split-view';
import type { InboxItem } from '@/server/task/task-views';
import { InboxGroups, InboxRows } from './inbox-groups';
import classes from './inbox.module.css';

const load = () => import('./request-pane').then((module) => module.RequestPane);
const RequestPane = dynamic(load, { ssr: false, loading: () => <LinesSkeleton lines={8} /> });
// Whoever opens the list opens a request next.
if (typeof window !== 'undefined') void load();

const SCOPES = ['todo', 'onBehalf', 'claimable'] as const;
type Scope = (typeof SCOPES)[number];

/** What waits for the reader: the list left, the request right. J and K move, the next one opens after a decision. */
export function InboxView() {
  const t = useTranslations('inbox');
  const trpc = useTRPC();
  const pathname = usePathname();
  const params = useSearchParams();
  const scope = SCOPES.find((known) => known === params.get('scope')) ?? 'todo';
  const [text, setText] = useState('');
  // What is there stays until what is searched for has come.
  const wants = { limit: 50, ...(text ? { text } : {}) };
  const inbox = useQuery(
    trpc.task.inbox.queryOptions(
      { onBehalf: scope === 'onBehalf', ...wants },
      { placeholderData: keepPreviousData, enabled: scope !== 'claimable' },
    ),
  );
  const offered = useQuery(trpc.task.claimable.queryOptions(wants, { placeholderData: keepPreviousData, enabled: scope === 'claimable' }));
  const { data, error, refetch, isPlaceholderData } = scope === 'claimable' ? offered : inbox;
  const { data: counts } = useQuery(trpc.task.counts.queryOptions({}));
  const items = useMemo<readonly InboxItem[]>(
    () => (scope === 'claimable' ? (offered.data?.items ?? []) : (inbox.data?.groups ?? []).flatMap((group) => group.items)),
    [scope, offered.data, inbox.data],
  );
  const wanted = params.get('item');
  const index = items.findIndex((item) => item.workItemId === wanted);
  const current = items[index];

  // Past the router: everything that the next step needs is here or asked for by name, the page need not be made again.
  const show = (next: URLSearchParams) => window.history.replaceState(null, '', next.size > 0 ? `${pathname}?${next}` : pathname);
  const open = (item: InboxItem | undefined) => {
    const next = new URLSearchParams(params);
    if (item) next.set('item', item.workItemId);
    else next.delete('item');
    show(next);
  };
  const setScope = (value: Scope) => show(new URLSearchParams(value === 'todo' ? {} : { scope: value }));
  const step = (by: 1 | -1) => open(items[Math.min(items.length - 1, Math.max(0, index + by))]);
  // On a wide screen the first one opens by itself; on a phone the list comes first.
  useEffect(() => {
    if (!current && items[0] && !isPlaceholderData && window.matchMedia('(min-width: 768px)').matches) open(items[0]);
  });
  useShortcuts([
    { keys: 'j', label: t('next'), run: () => step(1) },
    { keys: 'k', label: t('previous'), run: () => step(-1) },
  ]);

  const rows = { currentId: current?.workItemId ?? null, onOpen: open };
  const afterDecision = () => open(items[index + 1] ?? items[index - 1]);
  return (
    <SplitView
      hasDetail={current !== undefined}
      listLabel={t('list')}
      detailLabel={t('reading')}
      list={
        <>
          <header className={classes.head}>
            <h1>
              {t('heading', {
                count: counts?.todo.count ?? items.length,
                more: counts?.todo.more ? 'yes' : 'no',
                today: counts?.today.count ?? 0,
              })}
            </h1>
            <SearchInput size="xs" label={t('search')} value={text} onChange={setText} />
            <FilterChips
              label={t('scope')}
              value={scope}
              onChange={(value) => setScope(value as Scope)}
              chips={[
                { id: 'todo', label: t('scopeTodo'), count: counts?.todo.count ?? '' },
                { id: 'onBehalf', label: t('scopeOnBehalf') },
                { id: 'claimable', label: t('scopeClaimable'), count: counts?.claimable.count ?? '' },
              ]}
            />
          </header>
          {error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : !data ? (
            <LinesSkeleton lines={8} />
          ) : items.length === 0 ? (
            <EmptyState title={text ? t('noMatch') : t(`empty.${scope}`)}>{text ? null : t('emptyHint')}</EmptyState>
          ) : scope === 'claimable' ? (
            <InboxRows items={items} {...rows} />
          ) : (
            inbox.data && <InboxGroups scope={scope} inbox={inbox.data} {...rows} />
          )}
        </>
      }
      detail={
        current ? (
          <>
            <Button
              className={classes.back ?? ''}
              variant="subtle"
              color="gray"
              leftSection={<IconArrowLeft size={16} stroke={1.5} />}
              onClick={() => open(undefined)}
            >
              {t('back')}
            </Button>
            <RequestPane
              key={current.workItemId}
              item={current}
              position={{ index, total: items.length }}
              onStep={step}
              onDone={afterDecision}
            />
          </>
        ) : (
          items.length > 0 && <LinesSkeleton lines={8} />
        )
      }
    />
  );
}
