'use client';

import { Button } from '@mantine/core';
import { useMutation, useQueries, useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { EmptyState } from '@/components/ui/empty-state';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { FormSchema } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import type { FormDetail } from '@/server/form/get';

const FlowDesigner = dynamic(() => import('./flow-designer'), { ssr: false, loading: () => <LinesSkeleton lines={8} /> });

/** Loads a process's draft with what its panels choose from, and keeps the revision that the next save goes out from. */
export function FlowDesignerPage({ id }: { id: string }) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const can = useCan();
  const readError = useErrorText();
  const { data: process, refetch } = useSuspenseQuery(
    trpc.process.get.queryOptions({ id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' }),
  );
  const { data: connectors } = useSuspenseQuery(trpc.connector.list.queryOptions());
  const { data: forms } = useSuspenseQuery(trpc.form.list.queryOptions({ limit: 100 }));
  const [first] = useState(process);
  const rev = useRef(first.rev);
  const [conflict, setConflict] = useState(false);
  const published = forms.items.filter((form) => form.latestNo > 0);
  const schemas = useQueries({
    queries: published.map((form) => trpc.form.get.queryOptions({ id: form.id }, { staleTime: 60_000, enabled: can('form.design') })),
    combine: schemasOf,
  });
  const formOf = useCallback((formId: string | null) => (formId ? (schemas.get(formId) ?? null) : null), [schemas]);
  const choices = useMemo(() => connectors.filter((connector) => !connector.disabled), [connectors]);
  const saveDraft = useMutation(trpc.process.saveDraft.mutationOptions());
  const save = async (xml: string) => {
    try {
      rev.current = (await saveDraft.mutateAsync({ commandId: newId(), id, rev: rev.current, xml })).rev;
    } catch (error) {
      if (readError(error).code === 'CONFLICT_STALE') setConflict(true);
      throw error;
    }
  };
  if (conflict)
    return <EmptyState title={t('conflict')} action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>} />;
  return (
    <FlowDesigner
      process={{ ...process, xml: first.xml }}
      connectors={choices}
      canPublish={can('process.publish')}
      formOf={formOf}
      save={save}
      onPublished={() => void refetch()}
    />
  );
}

// Outside of the component: the same function every time, so that the map is made again only when a form changed.
function schemasOf(details: readonly { data: FormDetail | undefined }[]): ReadonlyMap<string, FormSchema> {
  return new Map(details.flatMap(({ data }) => (data?.latest ? [[data.id, data.latest.schema] as const] : [])));
}
