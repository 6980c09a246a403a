'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useDraft } from '@/components/studio/use-draft';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { FormSchema } from '@/forms/schema/schema';

const FormBuilder = dynamic(() => import('./form-builder').then((module) => module.FormBuilder), {
  ssr: false,
  loading: () => <LinesSkeleton lines={8} />,
});

/** Loads a form's draft and stores what becomes of it. */
export function FormBuilderPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: form, refetch } = useSuspenseQuery(
    trpc.form.get.queryOptions({ id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' }),
  );
  const [loaded] = useState(() => ({ schema: form.draft, rev: form.rev }));
  const saveDraft = useMutation(trpc.form.saveDraft.mutationOptions());
  const { save, conflict, takeOver } = useDraft<{ schema: FormSchema }>({
    rev: loaded.rev,
    send: (command) => saveDraft.mutateAsync({ ...command, id }),
    stored: () => client.fetchQuery(trpc.form.get.queryOptions({ id }, { staleTime: 0 })),
  });
  return (
    <FormBuilder
      form={form}
      schema={loaded.schema}
      save={(schema) => save({ schema })}
      conflict={conflict}
      takeOver={takeOver}
      onPublished={() => void refetch()}
    />
  );
}
