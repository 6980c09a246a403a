'use client';

import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { LazyModal as Modal } from '@/components/ui/lazy-modal';
import { BulkResult } from './bulk-result';
import { HandOver, type HandOverChoice } from './hand-over';
import { type BulkAction, type BulkRequest, useBulk } from './use-bulk';

export type { BulkAction } from './use-bulk';

type Props = {
  action: BulkAction;
  requests: readonly BulkRequest[];
  holderId: string | null;
  /** With the ids that remain chosen, once something was done. */
  onClose(left: ReadonlySet<string> | null): void;
};

/** One act on several requests, for one reason; then what came of each. */
export function BulkDialog({ action, requests, holderId, onClose }: Props) {
  const t = useTranslations('monitor.bulk');
  const c = useTranslations('common');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [choice, setChoice] = useState<HandOverChoice>({ items: [], toUserId: null });
  const bulk = useBulk(action);
  const { outcomes } = bulk;
  const isHandOver = action === 'reassign';
  const missing = reason.trim() === '';
  const incomplete = isHandOver && (choice.toUserId === null || choice.items.length === 0);
  const count = isHandOver ? choice.items.length : requests.length;
  const rows = isHandOver ? choice.items : requests.map(({ id }) => ({ instanceId: id }));
  const close = () => onClose(outcomes ? new Set(outcomes.filter((row) => !row.ok).map((row) => row.instanceId)) : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing && !incomplete) bulk.run({ rows, reason: reason.trim(), toUserId: choice.toUserId });
  };
  return (
    <Modal opened onClose={close} title={t(`title.${action}`, { count: requests.length })} size="lg">
      {outcomes ? (
        <BulkResult
          requests={requests}
          action={action}
          outcomes={outcomes}
          isPending={bulk.isPending}
          onRetry={bulk.retry}
          onClose={close}
        />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <p>{t(`hint.${action}`)}</p>
            {isHandOver && <HandOver requests={requests} holderId={holderId} value={choice} onChange={setChoice} />}
            <Textarea
              data-autofocus
              required
              autosize
              minRows={2}
              maxLength={2000}
              label={c('reason')}
              description={t('reasonHint')}
              error={tried && missing ? t('reasonMissing') : null}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button onClick={close}>{c('cancel')}</Button>
              <Button type="submit" variant={action === 'terminate' ? 'decide' : 'filled'} loading={bulk.isPending} disabled={incomplete}>
                {t(`confirm.${action}`, { count })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
