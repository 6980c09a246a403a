'use client';

import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { SummaryValue } from '@/components/request/summary-value';
import { LazyModal as Modal } from '@/components/ui/lazy-modal';
import { notifyDone } from '@/components/ui/notify';
import { OutcomeList } from '@/components/ui/outcome-list';
import { Tag } from '@/components/ui/tag';
import type { ErrorCode } from '@/lib/errors';
import { formatMoney } from '@/lib/format/number';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { InboxItem } from '@/server/task/task-views';
import { type Selection, totalOf } from './selection';
import { canBeTriedAgain, useApproveMany } from './use-approve-many';
import classes from './approve.module.css';

type Props = {
  items: readonly InboxItem[];
  /** With the revisions that were seen when the items were chosen. */
  selection: Selection;
  /** What was approved, as soon as it is. */
  onApproved(workItemIds: ReadonlySet<string>): void;
  /** Whether something was tried. */
  onClose(tried: boolean): void;
};

/** Somebody else was there first, whatever he or she did. */
const NOT_MINE: ReadonlySet<ErrorCode> = new Set(['ALREADY_DONE', 'STATE_CONFLICT', 'FORBIDDEN', 'NOT_FOUND']);

/** Several approvals by one press: what they are, a comment for all of them, then what came of each. */
export default function ApproveDialog({ items, selection, onApproved, onClose }: Props) {
  const t = useTranslations('inbox.atOnce');
  const c = useTranslations('common');
  const locale = useLocale();
  const [comment, setComment] = useState('');
  const many = useApproveMany((rows) => {
    const approved = rows.filter((row) => row.ok);
    onApproved(new Set(approved.map((row) => row.workItemId)));
    if (approved.length < rows.length) return;
    notifyDone({ message: t('done', { count: approved.length }) });
    onClose(true);
  });
  const total = totalOf(items);
  const close = () => onClose(many.outcomes !== null);
  const { outcomes } = many;
  const failed = outcomes?.filter((row) => !row.ok) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    many.run(
      items.map(({ workItemId, rev }) => ({ workItemId, rev: selection.get(workItemId) ?? rev })),
      comment.trim(),
    );
  };
  return (
    <Modal opened onClose={close} title={t('title', { count: items.length })} size="lg">
      {outcomes ? (
        <Stack>
          <p role="status">
            <strong>{t('done', { count: outcomes.length - failed.length })}</strong> {t('failed', { count: failed.length })}
          </p>
          <OutcomeList
            label={t('results')}
            outcomes={outcomes.map((row) => {
              const item = items.find(({ workItemId }) => workItemId === row.workItemId);
              return {
                key: row.workItemId,
                ok: row.ok,
                href: `/requests/${item?.instanceId}`,
                title: item?.title ?? '',
                meta: item?.number,
                said: row.ok ? t('ok') : NOT_MINE.has(row.code) ? t('gone') : row.message,
              };
            })}
          />
          <Group justify="flex-end">
            {failed.some(canBeTriedAgain) && (
              <Button loading={many.isPending} onClick={many.retry}>
                {c('retry')}
              </Button>
            )}
            <Button data-autofocus variant="filled" onClick={close}>
              {c('close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <ul className={classes.items} aria-label={t('items')}>
              {items.map((item) => (
                <li key={item.workItemId}>
                  <span>
                    {item.title} {item.status === 'unread' && <Tag>{t('notSeen')}</Tag>}
                    <small>
                      {[localText(item.process.name, locale), personName(item.applicant, locale), item.elementName].join(' · ')}
                    </small>
                  </span>
                  {item.summary[0] && <SummaryValue field={item.summary[0]} />}
                </li>
              ))}
            </ul>
            {total && items.length > 1 && (
              <p className={classes.total}>
                {t('total')} <strong>{formatMoney(total.amount, total.currency)}</strong>
              </p>
            )}
            <Textarea
              autosize
              minRows={1}
              maxRows={6}
              maxLength={2000}
              label={t('comment')}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button onClick={close}>{c('cancel')}</Button>
              <Button type="submit" data-autofocus variant="decide" loading={many.isPending}>
                {t('approve', { count: items.length })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
