'use client';

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { notifyDone } from '@/components/ui/notify';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { newId } from '@/lib/id';
import { PublishPlan } from './publish-plan';

type Props = { formId: string; no: number; onClose(): void };

/** The plan first: what will happen to the tables, in words; then the one button that makes it real. */
export function PublishDialog({ formId, no, onClose }: Props) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [commandId] = useState(newId);
  const plan = useQuery(trpc.form.plan.queryOptions({ id: formId }, { staleTime: 0 }));
  const publish = useMutation(
    trpc.form.publish.mutationOptions({
      onSuccess: async (result) => {
        notifyDone({ message: t('published', { no: result.no }) });
        await client.invalidateQueries(trpc.form.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={t('publishTitle')}>
      <Stack>
        {plan.error ? (
          <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
        ) : plan.data ? (
          <PublishPlan plan={plan.data} />
        ) : (
          <LinesSkeleton lines={5} />
        )}
        <Textarea label={t('publishNote')} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {publish.error && <ErrorState error={publish.error} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="decide"
            disabled={!plan.data || plan.data.issues.length > 0}
            loading={publish.isPending}
            onClick={() => plan.data && publish.mutate({ commandId, id: formId, rev: plan.data.rev, note })}
          >
            {t('publish', { no })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
