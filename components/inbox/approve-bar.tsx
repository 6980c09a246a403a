'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatMoney } from '@/lib/format/number';
import type { InboxItem } from '@/server/task/task-views';
import { chosenOf, MOST_AT_ONCE, type Selection, totalOf } from './selection';
import classes from './approve.module.css';

const ApproveDialog = dynamic(() => import('./approve-dialog'), { ssr: false });

type Props = {
  items: readonly InboxItem[];
  selection: Selection;
  onClear(): void;
  onApproved(workItemIds: ReadonlySet<string>): void;
};

/** Under the list while something is chosen: how many, what they come to, and the button for all of them. */
export function ApproveBar({ items, selection, onClear, onApproved }: Props) {
  const t = useTranslations('inbox.atOnce');
  const c = useTranslations('common');
  const [asked, setAsked] = useState<readonly InboxItem[] | null>(null);
  const chosen = chosenOf(items, selection);
  const total = totalOf(chosen);
  const unseen = chosen.filter((item) => item.status === 'unread').length;
  const tooMany = chosen.length > MOST_AT_ONCE;
  return (
    <>
      {chosen.length > 0 && (
        <div className={classes.bar} data-action-bar role="toolbar" aria-label={t('label')}>
          <p role="status">
            <strong>{t('chosen', { count: chosen.length })}</strong>
            {total && chosen.length > 1 && t('comesTo', { amount: formatMoney(total.amount, total.currency) })}
            {(tooMany || unseen > 0) && <small>{tooMany ? t('tooMany', { most: MOST_AT_ONCE }) : t('unseen', { count: unseen })}</small>}
          </p>
          <Button variant="subtle" color="gray" onClick={onClear}>
            {c('cancel')}
          </Button>
          <Button disabled={tooMany} onClick={() => setAsked(chosen)}>
            {t('approve', { count: chosen.length })}
          </Button>
        </div>
      )}
      {asked && (
        <ApproveDialog
          items={asked}
          selection={selection}
          onApproved={onApproved}
          onClose={(tried) => {
            setAsked(null);
            if (tried) onClear();
          }}
        />
      )}
    </>
  );
}
