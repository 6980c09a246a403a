'use client';

import { Button, Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { OutcomeList } from '@/components/ui/outcome-list';
import type { RowOutcome } from '@/server/instance/operate-many';
import type { BulkAction, BulkRequest } from './use-bulk';

type Props = {
  action: BulkAction;
  requests: readonly BulkRequest[];
  outcomes: readonly RowOutcome[];
  isPending: boolean;
  onRetry(): void;
  onClose(): void;
};

/** What came of each request: done, or why not. */
export function BulkResult({ action, requests, outcomes, isPending, onRetry, onClose }: Props) {
  const t = useTranslations('monitor.bulk');
  const failed = outcomes.filter((row) => !row.ok);
  const done = outcomes.length - failed.length;
  return (
    <Stack>
      <p role="status">
        <strong>{t(`done.${action}`, { count: done })}</strong>
        {failed.length > 0 && ` ${t('failed', { count: failed.length })}`}
      </p>
      <OutcomeList
        label={t('results')}
        outcomes={outcomes.map((row) => {
          const request = requests.find(({ id }) => id === row.instanceId);
          return {
            key: row.commandId,
            ok: row.ok,
            href: `/requests/${row.instanceId}`,
            title: request?.title ?? row.instanceId,
            meta: request?.number,
            said: row.ok ? t('ok') : row.why ? t(`why.${row.why}`) : row.message,
          };
        })}
      />
      <Group justify="flex-end">
        {failed.length > 0 && (
          <Button loading={isPending} onClick={onRetry}>
            {t('retry', { count: failed.length })}
          </Button>
        )}
        <Button data-autofocus variant="filled" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
