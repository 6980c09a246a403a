'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { useTRPC } from '@/components/shell/trpc';
import type { ItemAct } from '@/components/request/use-item-actions';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { SearchInput } from '@/components/ui/search-input';
import { notifyError } from '@/components/ui/notify';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { SplitView } from '@/components/ui/split-view';
import type { InboxItem } from '@/server/task/task-views';
import { ApproveBar } from './approve-bar';
import { InboxGroups, type Picking } from './inbox-groups';
import { PhoneBar } from './phone-bar';
import { chosenOf, NOTHING_CHOSEN, type Selection, toggled } from './selection';
import { SCOPES, type Scope, useInbox } from './use-inbox';
import { useOpenItem } from './use-open-item';
import { useWantedItem } from './use-wanted-item';
import { type LoadedGroup, nearEnd, positionOf, stepFrom } from './walk';
import classes from './inbox.module.css';

const load = () => import('./request-pane').then((module) => module.RequestPane);
const RequestPane = dynamic(load, { ssr: false, loading: () => <LinesSkeleton lines={8} /> });
// Whoever opens the list opens a request next.
if (typeof window !== 'undefined') void load();

/** What waits for the reader: the list left, the request right. J and K move, the next one opens after a decision. */
export function InboxView() {
  const t = useTranslations('inbox');
  const trpc = useTRPC();
  const params = useSearchParams();
  const scope = SCOPES.find((known) => known === params.get('scope')) ?? 'todo';
  const [text, setText] = useState('');
  const [selection, setSelection] = useState<Selection>(NOTHING_CHOSEN);
  const [isChoosing, setIsChoosing] = useState(false);
  const list = useInbox(scope, text);
  const { data: counts } = useQuery(trpc.task.counts.queryOptions({}));
  const groups = list.groups ?? NOTHING;
  const { wanted, show } = useOpenItem();
  const items = groups.flatMap((group) => group.items);
  const { item: current, isSought } = useWantedItem(wanted, list);
  const currentId = current?.workItemId ?? null;
  const first = items[0];
  const position = positionOf(groups, currentId);

  const open = (item: InboxItem | undefined) => {
    const next = new URLSearchParams(params);
    if (item) next.set('item', item.workItemId);
    else next.delete('item');
    show(next);
  };
  const setScope = (value: Scope) => {
    setSelection(NOTHING_CHOSEN);
    show(new URLSearchParams(value === 'todo' ? {} : { scope: value }));
  };
  const toggle = (item: InboxItem) => {
    if (item.notAtOnce) notifyError(t(`notAtOnce.${item.notAtOnce}`));
    else setSelection((known) => toggled(known, item));
  };
  const picking: Picking | null =
    scope === 'claimable' ? null : { isOn: isChoosing, onToggle: toggle, isChosen: (item) => chosenOf([item], selection).length > 0 };
  const stopChoosing = () => {
    setSelection(NOTHING_CHOSEN);
    setIsChoosing(false);
  };
  const step = async (by: 1 | -1) => {
    let known: readonly LoadedGroup[] = groups;
    for (;;) {
      const to = stepFrom(known, currentId, by);
      if (to === null || 'item' in to) return to && open(to.item);
      const before = known;
      known = await list.readOn(to.read);
      if (loadedOf(known) <= loadedOf(before)) return;
    }
  };
  // On a wide screen the first one opens by itself; on a phone the list comes first.
  useEffect(() => {
    if (!current && !isSought && first && !list.isOld && window.matchMedia('(min-width: 768px)').matches) open(first);
  });
  useShortcuts([
    { keys: 'j', label: t('next'), run: () => void step(1) },
    { keys: 'k', label: t('previous'), run: () => void step(-1) },
    ...(scope === 'claimable' || !current ? [] : [{ keys: 'x', label: t('atOnce.choose'), run: () => toggle(current) }]),
  ]);

  // Whoever goes down the list finds the next page there.
  const near = nearEnd(groups, currentId);
  const asked = useRef('');
  const place = `${near} ${loadedOf(groups)}`;
  useEffect(() => {
    if (near === null || asked.current === place) return;
    asked.current = place;
    void list.readOn(near);
  });

  const afterDecision = () => {
    const next = stepFrom(groups, currentId, 1) ?? stepFrom(groups, currentId, -1);
    open(next && 'item' in next ? next.item : undefined);
  };
  /** What one has claimed is one's own from then on, and stands among the others to be done. */
  const afterAct = (act: ItemAct) => (act === 'claim' && currentId ? show(new URLSearchParams({ item: currentId })) : afterDecision());
  const afterApproval = (approved: ReadonlySet<string>) => {
    if (!currentId || !approved.has(currentId)) return;
    const at = items.findIndex((item) => item.workItemId === currentId);
    const isLeft = (item: InboxItem) => !approved.has(item.workItemId);
    open(items.slice(at + 1).find(isLeft) ?? items.slice(0, at).findLast(isLeft));
  };
  return (
    <SplitView
      hasDetail={current !== undefined}
      listLabel={t('list')}
      detailLabel={t('reading')}
      list={
        <>
          <header className={classes.head}>
            <div className={classes.title}>
              <h1>
                {t('heading', {
                  count: counts?.todo.count ?? items.length,
                  more: counts?.todo.more ? 'yes' : 'no',
                  today: counts?.today.count ?? 0,
                })}
              </h1>
              {picking && items.length > 0 && (
                <Button
                  className={classes.choose ?? ''}
                  variant="subtle"
                  color="gray"
                  onClick={() => (isChoosing ? stopChoosing() : setIsChoosing(true))}
                >
                  {t(isChoosing ? 'chooseEnd' : 'choose')}
                </Button>
              )}
            </div>
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
          {list.error && !list.groups ? (
            <ErrorState error={list.error} onRetry={list.retry} />
          ) : !list.groups ? (
            <LinesSkeleton lines={8} />
          ) : items.length === 0 && list.waiting.length === 0 ? (
            <EmptyState title={text ? t('noMatch') : t(`empty.${scope}`)}>{text ? null : t('emptyHint')}</EmptyState>
          ) : (
            <InboxGroups list={list} groups={list.groups} currentId={currentId} picking={picking} onOpen={open} />
          )}
          <ApproveBar items={items} selection={selection} onClear={stopChoosing} onApproved={afterApproval} />
        </>
      }
      detail={
        current ? (
          <>
            <PhoneBar position={position} onStep={(by) => void step(by)} onBack={() => open(undefined)} />
            <RequestPane key={current.workItemId} item={current} position={position} onStep={(by) => void step(by)} onDone={afterAct} />
          </>
        ) : (
          items.length > 0 && <LinesSkeleton lines={8} />
        )
      }
    />
  );
}

// helpers //////////////////////

const NOTHING: readonly LoadedGroup[] = [];

function loadedOf(groups: readonly LoadedGroup[]): number {
  return groups.reduce((sum, { items }) => sum + items.length, 0);
}
