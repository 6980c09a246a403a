'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';
import type { ReplaceDraftInput } from '@/server/process/replace-draft';

/** Puts a version or a file in the draft's place on the server, bytes and all, and opens it anew. */
export function useReplaceDraft(processId: string, flush: () => Promise<void>): (from: ReplaceDraftInput['from']) => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const replace = useMutation(trpc.process.replaceDraft.mutationOptions({ onError: (error) => showError(error) }));
  return async (from) => {
    await flush();
    const { rev } = await client.fetchQuery(trpc.process.get.queryOptions({ id: processId }, { staleTime: 0 }));
    await replace.mutateAsync({ commandId: newId(), id: processId, rev, from });
    window.location.reload();
  };
}
