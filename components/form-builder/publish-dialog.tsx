'use client';

import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { notifyDone } from '@/components/ui/notify';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { diffForms } from '@/forms/schema/diff';
import { newId } from '@/lib/id';
import { useBuilder } from './builder-context';
import { ChangeList } from './change-list';
import { PublishPlan } from './publish-plan';
import classes from './publish.module.css';

type Props = { formId: string; no: number; onClose(): void };

/** The plan first: what changed in the form and what that does to the tables, in words; then the one button that makes it real. */
export function PublishDialog({ formId, no, onClose }: Props) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const client = useQueryClient();
  const { schema, live } = useBuilder();
  const [note, setNote] = useState('');
  const plan = useQuery(trpc.form.plan.queryOptions({ id: formId }, { staleTime: 0, gcTime: 0 }));
  const publish = useMutation(
    trpc.form.publish.mutationOptions({
      onSuccess: async (result) => {
        notifyDone({ message: t('published', { no: result.no }) });
        await client.invalidateQueries(trpc.form.pathFilter());
        onClose();
      },
    }),
  );
  const changes = useMemo(() => (live ? diffForms(live, schema) : null), [live, schema]);
  return (
    <Modal opened onClose={onClose} size={changes ? 1080 : 'lg'} title={t('publishTitle', { no })}>
      <p className={classes.intro}>{t('publishIntro')}</p>
      <div className={changes ? classes.columns : undefined}>
        {changes && (
          <section className={classes.pane} aria-label={t('publishChanges', { no: no - 1 })}>
            <h3>
              {t('publishChanges', { no: no - 1 })} <span>{t('changeCount', { count: changes.length })}</span>
            </h3>
            <ChangeList changes={changes} />
          </section>
        )}
        <section className={classes.pane} aria-label={t('publishTables')}>
          <h3>
            {t('publishTables')} <span>{t('publishAtomic')}</span>
          </h3>
          {plan.error ? (
            <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
          ) : plan.data ? (
            <PublishPlan plan={plan.data} />
          ) : (
            <LinesSkeleton lines={5} />
          )}
        </section>
      </div>
      {publish.error && <ErrorState error={publish.error} title={t('notPublished')} />}
      <div className={classes.foot}>
        <TextInput
          aria-label={t('publishNote')}
          placeholder={t('publishNote')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button onClick={onClose}>{t('keepDraft')}</Button>
        <Button
          variant="decide"
          disabled={!plan.data || plan.data.issues.length > 0}
          loading={publish.isPending}
          onClick={() => plan.data && publish.mutate({ commandId: newId(), id: formId, rev: plan.data.rev, note })}
        >
          {t('publish', { no })}
        </Button>
      </div>
    </Modal>
  );
}
