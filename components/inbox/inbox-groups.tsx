'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Due } from '@/components/ui/due';
import { RelativeTime } from '@/components/ui/relative-time';
import { SummaryValue } from '@/components/request/summary-value';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { Inbox, InboxItem } from '@/server/task/task-views';
import classes from './inbox.module.css';

type Props = {
  scope: 'todo' | 'onBehalf';
  inbox: Inbox;
  currentId: string | null;
  onOpen(item: InboxItem): void;
};

/** The items under when they are due; what waits for its applicant stands last and does not count. */
export function InboxGroups({ scope, inbox, currentId, onOpen }: Props) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  return (
    <>
      {inbox.groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <section key={group.group}>
            <h2 className={classes.group} data-late={group.group === 'overdue' || undefined}>
              {t(`group.${group.group}`)} <span>{group.count.more ? `${group.count.count}+` : group.count.count}</span>
            </h2>
            <InboxRows items={group.items} currentId={currentId} onOpen={onOpen} />
          </section>
        ))}
      {scope === 'todo' && inbox.waitingForApplicant.length > 0 && (
        <section>
          <h2 className={classes.group}>
            {t('waitingForApplicant')} <span>{inbox.waitingForApplicant.length}</span>
          </h2>
          <ul className={classes.rows}>
            {inbox.waitingForApplicant.map((waiting) => (
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

type RowsProps = Pick<Props, 'currentId' | 'onOpen'> & { items: readonly InboxItem[] };

/** Items one below the other. */
export function InboxRows({ items, currentId, onOpen }: RowsProps) {
  const t = useTranslations('inbox');
  const c = useTranslations('common');
  const locale = useLocale();
  return (
    <ul className={classes.rows}>
      {items.map((item) => (
        <li key={item.workItemId}>
          <button
            type="button"
            className={classes.row}
            data-unread={item.status === 'unread' || undefined}
            aria-current={item.workItemId === currentId}
            onClick={() => onOpen(item)}
          >
            <span className={classes.rowTitle}>{item.title}</span>
            <span className={classes.rowEnd}>{item.summary[0] && <SummaryValue field={item.summary[0]} plain />}</span>
            <span className={classes.rowMeta}>
              {[
                personName(item.applicant, locale),
                item.department ? localText(item.department.name, locale) : item.elementName,
                item.round > 1 ? t('round', { round: item.round }) : '',
                item.onBehalfOf ? c('proxyFor', { proxy: '', name: personName(item.onBehalfOf, locale) }).trim() : '',
                item.tally && item.tally.seats > 1 ? t('tally', { approved: item.tally.approved, seats: item.tally.seats }) : '',
                item.urgedAt ? t('urged') : '',
                item.suspended ? t('suspended') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={classes.rowEnd}>{item.dueAt ? <Due value={item.dueAt} /> : <RelativeTime value={item.createdAt} />}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
