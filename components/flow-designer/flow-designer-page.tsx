'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { Crumbs } from '@/components/shell/crumbs';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useDraft } from '@/components/studio/use-draft';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { localText } from '@/lib/json';
import type { ProcessHead } from './designer-context';

const FlowDesigner = dynamic(() => import('./flow-designer'), { ssr: false, loading: () => <LinesSkeleton lines={8} /> });

/** Loads a process's draft with what its panels choose from, and stores what becomes of it. */
export function FlowDesignerPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const can = useCan();
  const locale = useLocale();
  const { data: process, refetch } = useSuspenseQuery(
    trpc.process.get.queryOptions({ id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' }),
  );
  const { data: connectors } = useSuspenseQuery(trpc.connector.list.queryOptions());
  const [first] = useState(process);
  const choices = useMemo(() => connectors.filter((connector) => !connector.disabled), [connectors]);
  const saveDraft = useMutation(trpc.process.saveDraft.mutationOptions());
  const { save, conflict, takeOver } = useDraft<{ xml: string } & Partial<ProcessHead>>({
    rev: first.rev,
    send: (command) => saveDraft.mutateAsync({ ...command, id }),
    stored: () => client.fetchQuery(trpc.process.get.queryOptions({ id }, { staleTime: 0 })),
  });
  return (
    <>
      <Crumbs items={[{ label: localText(process.name, locale) }]} />
      <FlowDesigner
        process={{ ...process, xml: first.xml }}
        connectors={choices}
        canPublish={can('process.publish')}
        conflict={conflict}
        save={(xml, head) => save({ xml, ...named(head) })}
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
