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
import { ChangeList } from './change-list';
import { ProblemList } from './problem-list';
import classes from './versions.module.css';

type Props = { processId: string; no: number; onClose(): void };

/** The last look before a version is made: what the server still finds, and a note for those who come after. */
export function PublishDialog({ processId, no, onClose }: Props) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const check = useQuery(trpc.process.check.queryOptions({ id: processId }, { staleTime: 0 }));
  const { data: versions } = useQuery(trpc.process.versions.queryOptions({ id: processId }));
  const live = versions?.[0];
  const process = useQuery(trpc.process.get.queryOptions({ id: processId }, { staleTime: 0 }));
  // What was read for an earlier version says nothing about this one.
  const problems = check.isFetchedAfterMount ? check.data : undefined;
  const rev = process.isFetchedAfterMount ? process.data?.rev : undefined;
  const publish = useMutation(
    trpc.process.publish.mutationOptions({
      onSuccess: async (result) => {
        notifyDone({ message: t('published', { no: result.no }) });
        await client.invalidateQueries(trpc.process.pathFilter());
        onClose();
      },
    }),
  );
  const errors = problems?.filter((problem) => problem.level === 'error').length ?? 0;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('publishTitle', { no })}>
      <Stack>
        <p>{errors > 0 ? t('cannotPublish', { count: errors }) : t('publishHint')}</p>
        {process.data?.retired && <p>{t('publishBringsBack')}</p>}
        {check.error ? (
          <ErrorState error={check.error} />
        ) : problems ? (
          problems.length > 0 && <ProblemList problems={problems} onSelect={onClose} />
        ) : (
          <LinesSkeleton lines={2} />
        )}
        {live && (
          <section>
            <h3 className={classes.changesHead}>{t('sinceLive', { no: live.no })}</h3>
            <ChangeList processId={processId} fromVersionId={live.id} toVersionId={null} />
          </section>
        )}
        <Textarea
          data-autofocus
          label={t('publishNote')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {publish.error && <ErrorState error={publish.error} title={t('notPublished')} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="decide"
            disabled={!problems || errors > 0 || rev === undefined}
            loading={publish.isPending}
            onClick={() => rev !== undefined && publish.mutate({ commandId: newId(), id: processId, rev, note })}
          >
            {t('publish', { no })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
