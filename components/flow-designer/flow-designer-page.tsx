'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Crumbs } from '@/components/shell/crumbs';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { personName } from '@/lib/format/person';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { Conflict } from './conflict-banner';
import type { ProcessHead } from './designer-context';

const FlowDesigner = dynamic(() => import('./flow-designer'), { ssr: false, loading: () => <LinesSkeleton lines={8} /> });

/** Loads a process's draft with what its panels choose from, and keeps the revision that the next save goes out from. */
export function FlowDesignerPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const can = useCan();
  const locale = useLocale();
  const readError = useErrorText();
  const { data: process, refetch } = useSuspenseQuery(
    trpc.process.get.queryOptions({ id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' }),
  );
  const { data: connectors } = useSuspenseQuery(trpc.connector.list.queryOptions());
  const [first] = useState(process);
  const rev = useRef(first.rev);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const choices = useMemo(() => connectors.filter((connector) => !connector.disabled), [connectors]);
  const saveDraft = useMutation(trpc.process.saveDraft.mutationOptions());
  const stored = () => client.fetchQuery(trpc.process.get.queryOptions({ id }, { staleTime: 0 }));
  const save = async (xml: string, head: ProcessHead) => {
    try {
      rev.current = (await saveDraft.mutateAsync({ commandId: newId(), id, rev: rev.current, xml, ...named(head) })).rev;
    } catch (error) {
      if (readError(error).code === 'CONFLICT_STALE') {
        const { draftBy, draftAt } = await stored();
        setConflict({ by: draftBy && personName(draftBy, locale), at: draftAt });
      }
      throw error;
    }
  };
  const takeOver = async () => {
    rev.current = (await stored()).rev;
    setConflict(null);
  };
  return (
    <>
      <Crumbs items={[{ label: localText(process.name, locale) }]} />
      <FlowDesigner
        process={{ ...process, xml: first.xml }}
        connectors={choices}
        canPublish={can('process.publish')}
        conflict={conflict}
        save={save}
        takeOver={takeOver}
        onPublished={() => void refetch()}
      />
    </>
  );
}

/** A name that is being typed anew is empty for a moment; what is stored stays until there is one. */
function named({ name, icon, categoryId }: ProcessHead) {
  return { icon, categoryId, ...(name.zh.trim() || name.en.trim() ? { name } : {}) };
}
