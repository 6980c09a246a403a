'use client';

import { UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { useCommand } from '@/components/shell/use-command';
import { notifyDone } from '@/components/ui/notify';
import type { MyRequest } from '@/server/instance/list-views';
import classes from './urge-link.module.css';

/** Reminds whoever has it from the list itself; within the hour it only says that they were. It lies above the link of its row. */
export function UrgeLink({ request }: { request: Pick<MyRequest, 'id' | 'title' | 'status' | 'holders'> }) {
  const t = useTranslations('lists');
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const command = useCommand();
  const urge = useMutation(
    trpc.instance.urge.mutationOptions({ onError: (error) => showError(error), onSettled: () => client.invalidateQueries() }),
  );
  const held = request.holders.filter((holder) => !holder.rework);
  if (request.status !== 'running' || held.length === 0) return null;
  if (!held.some((holder) => holder.mayUrge)) return <span className={classes.said}>{t('urged')}</span>;
  const run = () =>
    command(`urge ${request.id}`, (commandId) => urge.mutateAsync({ commandId, instanceId: request.id, comment: '' })).then(
      () => notifyDone({ message: t('saidUrged', { title: request.title }) }),
      () => undefined,
    );
  return (
    <UnstyledButton
      className={classes.urge ?? ''}
      disabled={urge.isPending}
      aria-label={t('urgeThis', { title: request.title })}
      onClick={() => void run()}
    >
      {t('urge')}
    </UnstyledButton>
  );
}
