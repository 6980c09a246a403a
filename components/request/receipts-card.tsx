'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSession } from '@/components/shell/session-context';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import type { ReceiptGroup } from '@/server/instance/request-page';
import { isTold } from './seat-told';
import classes from './request.module.css';

type Props = { group: ReceiptGroup; canRemind: boolean; reminding: boolean; onRemind(): void };

/** Who has read it and when; the sender can remind the others. */
export function ReceiptsCard({ group, canRemind, reminding, onRemind }: Props) {
  const t = useTranslations('request');
  const { userId } = useSession();
  const open = group.total - group.read;
  return (
    <section className={classes.receipts} aria-label={group.elementName}>
      <header>
        <strong>{t('receipts', { read: group.read, total: group.total })}</strong>
        <span className={classes.meta}>{group.receipt ? t('mustConfirm') : t('openingCounts')}</span>
        {canRemind && open > 0 && (
          <Button size="xs" variant="default" data-screen loading={reminding} onClick={onRemind}>
            {t('remindReaders', { count: open })}
          </Button>
        )}
      </header>
      <ul>
        {group.readers.map((reader) => (
          <li key={reader.person.id} data-read={reader.status === 'done' || (!group.receipt && reader.status === 'viewed') || undefined}>
            <UserName person={reader.person} avatar="s" />
            {isTold(reader, userId) && <span className={classes.meta}>{t(`reading.${reader.status}`)}</span>}
            {reader.at && <RelativeTime value={reader.at} className={classes.meta ?? ''} />}
            {reader.remindedAt && !reader.at && <span className={classes.meta}>{t('reminded')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
