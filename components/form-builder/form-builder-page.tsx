'use client';

import { Button } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { EmptyState } from '@/components/ui/empty-state';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { FormSchema } from '@/forms/schema/schema';
import { newId } from '@/lib/id';

const FormBuilder = dynamic(() => import('./form-builder').then((module) => module.FormBuilder), {
  ssr: false,
  loading: () => <LinesSkeleton lines={8} />,
});

/** Loads a form's draft, and keeps the revision that the next save goes out from. */
export function FormBuilderPage({ id }: { id: string }) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const readError = useErrorText();
  const { data: form, refetch } = useSuspenseQuery(
    trpc.form.get.queryOptions({ id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' }),
  );
  const [loaded] = useState(() => ({ schema: form.draft, rev: form.rev }));
  const rev = useRef(loaded.rev);
  const [conflict, setConflict] = useState(false);
  const saveDraft = useMutation(trpc.form.saveDraft.mutationOptions());
  const save = async (schema: FormSchema) => {
    try {
      rev.current = (await saveDraft.mutateAsync({ commandId: newId(), id, rev: rev.current, schema })).rev;
    } catch (error) {
      if (readError(error).code === 'CONFLICT_STALE') setConflict(true);
      throw error;
    }
  };
  if (conflict)
    return <EmptyState title={t('conflict')} action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>} />;
  return <FormBuilder form={form} schema={loaded.schema} save={save} onPublished={() => void refetch()} />;
}
