'use client';

import { Button, Group, Stack } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { RowOutcome } from '@/server/instance/operate-many';
import type { MonitoredInstance } from '@/server/monitor/list-instances';
import type { BulkAction } from './use-bulk';
import classes from './monitor.module.css';

type Props = {
  action: BulkAction;
  requests: readonly MonitoredInstance[];
  outcomes: readonly RowOutcome[];
  isPending: boolean;
  onRetry(): void;
  onClose(): void;
};

/** What came of each request: done, or why not. Those that failed stand first. */
export function BulkResult({ action, requests, outcomes, isPending, onRetry, onClose }: Props) {
  const t = useTranslations('monitor.bulk');
  const failed = outcomes.filter((row) => !row.ok);
  const done = outcomes.length - failed.length;
  const sorted = [...failed, ...outcomes.filter((row) => row.ok)];
  return (
    <Stack>
      <p role="status">
        <strong>{t(`done.${action}`, { count: done })}</strong>
        {failed.length > 0 && ` ${t('failed', { count: failed.length })}`}
      </p>
      <ul className={classes.outcomes} aria-label={t('results')}>
        {sorted.map((row) => {
          const request = requests.find(({ id }) => id === row.instanceId);
          return (
            <li key={row.commandId} data-failed={!row.ok || undefined}>
              {row.ok ? <IconCheck size={18} stroke={1.5} aria-hidden /> : <IconX size={18} stroke={1.5} aria-hidden />}
              <span>
                <TextLink href={`/requests/${row.instanceId}`}>{request?.title ?? row.instanceId}</TextLink>{' '}
                <small>{request?.number}</small>
                <em>{row.ok ? t('ok') : row.why ? t(`why.${row.why}`) : row.message}</em>
              </span>
            </li>
          );
        })}
      </ul>
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
