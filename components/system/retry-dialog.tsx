'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { notifyDone, notifyError } from '@/components/ui/notify';
import type { FailedJob } from '@/server/system/failed-jobs';

/** Has calls tried again, one command each, for one reason; what is refused is counted and said. */
export function RetryDialog({ jobs, onClose }: { jobs: readonly FailedJob[]; onClose: () => void }) {
  const t = useTranslations('system');
  const trpc = useTRPC();
  const client = useQueryClient();
  const read = useErrorText();
  const [isPending, setPending] = useState(false);
  const { mutateAsync } = useMutation(trpc.instance.retryIncident.mutationOptions());
  const retry = async (reason: string) => {
    setPending(true);
    const refusals: string[] = [];
    for (const { instanceId, incidentId } of jobs) {
      await mutateAsync({ commandId: crypto.randomUUID(), instanceId, incidentId, reason }).catch((error: unknown) =>
        refusals.push(read(error).message),
      );
    }
    await client.invalidateQueries(trpc.system.pathFilter());
    const [message] = refusals;
    const done = jobs.length - refusals.length;
    if (message === undefined) notifyDone({ message: t('retried', { count: done }) });
    else notifyError(t('retriedPartly', { done, refused: refusals.length, message }));
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('retryTitle', { count: jobs.length })}
      confirmLabel={t('retry')}
      reason="required"
      isPending={isPending}
      onConfirm={(reason) => void retry(reason)}
    >
      {t('retryBody')}
    </ConfirmDialog>
  );
}
