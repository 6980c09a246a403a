'use client';

import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTRPC } from '@/components/shell/trpc';
import { FillForm } from './fill-form';
import { EmptyState } from '@/components/ui/empty-state';
import { useTranslations } from 'next-intl';

/** Filling in a new request, from the beginning or from a draft. */
export function FillView({ processId }: { processId: string }) {
  const t = useTranslations('start');
  const trpc = useTRPC();
  const draftId = useSearchParams().get('draft');
  const { data: start } = useSuspenseQuery(
    trpc.instance.startForm.queryOptions({ processId }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false }),
  );
  if (!start.form)
    return <EmptyState title={t('stale')} action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>} />;
  return draftId ? <WithDraft draftId={draftId} start={start} /> : <FillForm start={start} draft={null} />;
}

// helpers //////////////////////

function WithDraft({ draftId, start }: { draftId: string; start: Parameters<typeof FillForm>[0]['start'] }) {
  const trpc = useTRPC();
  const { data: draft } = useSuspenseQuery(
    trpc.instance.draftGet.queryOptions({ draftId }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false }),
  );
  return <FillForm key={draft.id} start={start} draft={draft} />;
}
