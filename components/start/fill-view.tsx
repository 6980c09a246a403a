'use client';

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { FillFormProps } from './fill-form';
import { HeaderSkeleton } from '@/components/ui/skeletons';

const load = () => import('./fill-form').then((module) => module.FillForm);
const FillForm = dynamic(load, { ssr: false, loading: HeaderSkeleton });
// The form's code comes while its schema is asked for.
if (typeof window !== 'undefined') void load();

/** Filling in a new request, from the beginning or from a draft. */
export function FillView({ processId }: { processId: string }) {
  const trpc = useTRPC();
  // Only the address that the page was opened with: autosaving writes the draft into it, and that must not begin the form anew.
  const [draftId, setDraftId] = useState(useSearchParams().get('draft'));
  const goTo = (id: string) => {
    window.history.replaceState(null, '', `?draft=${id}`);
    setDraftId(id);
  };
  const { data: start } = useSuspenseQuery(
    trpc.instance.startForm.queryOptions({ processId }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false }),
  );
  if (draftId === null) return <FillForm start={start} draft={null} onCopied={goTo} />;
  return <WithDraft key={draftId} draftId={draftId} start={start} onCopied={goTo} />;
}

// helpers //////////////////////

function WithDraft({ draftId, ...rest }: { draftId: string } & Omit<FillFormProps, 'draft'>) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = trpc.instance.draftGet.queryOptions({ draftId }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false });
  const { data: draft } = useSuspenseQuery(query);
  // What was read is old as soon as something is typed: whoever comes back gets what was saved last.
  const [key] = useState(query.queryKey);
  useEffect(() => () => void setTimeout(() => client.removeQueries({ queryKey: key, type: 'inactive' })), [client, key]);
  return <FillForm key={draft.id} draft={draft} {...rest} />;
}
