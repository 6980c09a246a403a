'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CheckMark } from '@/components/ui/check-mark';
import { Due } from '@/components/ui/due';
import { RelativeTime } from '@/components/ui/relative-time';
import { SummaryValue } from '@/components/request/summary-value';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { InboxItem } from '@/server/task/task-views';
import classes from './inbox.module.css';
import type { InboxList } from './use-inbox';
import type { LoadedGroup } from './walk';

export type Picking = {
  isChosen(item: InboxItem): boolean;
  onToggle(item: InboxItem): void;
  /** On a phone the marks are shown when they are asked for, and a row is then chosen where it is otherwise opened. */
  isOn: boolean;
};

type Props = {
  list: Pick<InboxList, 'waiting' | 'reading' | 'readOn'>;
  groups: readonly LoadedGroup[];
  currentId: string | null;
  /** What may be done with several; null where nothing may. */
  picking: Picking | null;
  onOpen(item: InboxItem): void;
};

/** The items under when they are due, each group to be read on; what waits for its applicant stands last and does not count. */
export function InboxGroups({ list, groups, currentId, picking, onOpen }: Props) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  return (
    <>
      {groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <section key={group.id}>
            {group.id !== 'claimable' && (
              <h2 className={classes.group} data-late={group.id === 'overdue' || undefined}>
                {t(`group.${group.id}`)} <span>{group.count.more ? `${group.count.count}+` : group.count.count}</span>
              </h2>
            )}
            <InboxRows items={group.items} currentId={currentId} picking={picking} onOpen={onOpen} />
            {group.more && (
              <Button
                className={classes.more ?? ''}
                variant="subtle"
                color="gray"
                size="xs"
                fullWidth
                loading={list.reading === group.id}
                onClick={() => void list.readOn(group.id)}
              >
                {t('readOn', restOf(group))}
              </Button>
            )}
          </section>
        ))}
      {list.waiting.length > 0 && (
        <section>
          <h2 className={classes.group}>
            {t('waitingForApplicant')} <span>{list.waiting.length}</span>
          </h2>
          <ul className={classes.rows}>
            {list.waiting.map((waiting) => (
              <li key={waiting.instanceId}>
                <Link className={classes.row} href={`/requests/${waiting.instanceId}`}>
                  <span className={classes.rowTitle}>{waiting.title}</span>
                  <span className={classes.rowMeta}>
                    {localText(waiting.process.name, locale)} · {personName(waiting.applicant, locale)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

// helpers //////////////////////

/** How many of a group are still to be read; 0 where nobody has counted them. */
function restOf({ id, items, count }: LoadedGroup): { rest: number; more: string } {
  return { rest: id === 'claimable' ? 0 : Math.max(1, count.count - items.length), more: count.more ? 'yes' : 'no' };
}

type RowsProps = Pick<Props, 'currentId' | 'picking' | 'onOpen'> & { items: readonly InboxItem[] };

/** Items one below the other; the one that is open is kept in sight. */
function InboxRows({ items, currentId, picking, onOpen }: RowsProps) {
  const t = useTranslations('inbox');
  const c = useTranslations('common');
  const locale = useLocale();
  const open = useRef<HTMLButtonElement>(null);
  const isHere = items.some((item) => item.workItemId === currentId);
  useEffect(() => {
    // A browser may answer with a promise, which is no way to clean up.
    if (isHere) open.current?.scrollIntoView({ block: 'nearest' });
  }, [currentId, isHere]);
  return (
    <ul className={classes.rows} data-picking={picking ? (picking.isOn ? 'on' : 'off') : undefined}>
      {items.map((item) => (
        <li key={item.workItemId}>
          {picking && (
            <span className={classes.pick}>
              <CheckMark
                label={c('selectRow', { name: item.title })}
                checked={picking.isChosen(item)}
                whyNot={item.notAtOnce ? t(`notAtOnce.${item.notAtOnce}`) : undefined}
                onChange={() => picking.onToggle(item)}
              />
            </span>
          )}
          <button
            ref={item.workItemId === currentId ? open : null}
            type="button"
            className={classes.row}
            data-unread={item.status === 'unread' || undefined}
            aria-current={item.workItemId === currentId}
            onClick={() => (picking?.isOn ? picking.onToggle(item) : onOpen(item))}
          >
            <span className={classes.rowTitle}>{item.title}</span>
            <span className={classes.rowAmount}>{item.summary[0] && <SummaryValue field={item.summary[0]} plain />}</span>
            <span className={classes.rowMeta}>
              <span>
                {personName(item.applicant, locale)} · {item.department ? localText(item.department.name, locale) : item.elementName}
              </span>
              {tagsOf(item).length > 0 && (
                <span className={classes.rowTags}>
                  {tagsOf(item).map((tag) => (
                    <span key={tag}>{tag}</span>
                  ))}
                </span>
              )}
            </span>
            <span className={classes.rowDue}>{item.dueAt ? <Due value={item.dueAt} /> : <RelativeTime value={item.createdAt} />}</span>
          </button>
        </li>
      ))}
    </ul>
  );

  function tagsOf({ round, onBehalfOf, tally, urgedAt, suspended }: InboxItem): string[] {
    return [
      round > 1 ? t('round', { round }) : '',
      onBehalfOf ? c('proxyFor', { proxy: '', name: personName(onBehalfOf, locale) }).trim() : '',
      tally && tally.seats > 1 ? t('tally', { approved: tally.approved, seats: tally.seats }) : '',
      urgedAt ? t('urged') : '',
      suspended ? t('suspended') : '',
    ].filter(Boolean);
  }
}
