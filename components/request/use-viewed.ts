'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { newId } from '@/lib/id';
import type { RequestPage } from '@/server/instance/request-page';

/** Opening a request marks what was unread in it as seen, once for each item. */
export function useViewed(request: RequestPage): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const view = useMutation(trpc.task.view.mutationOptions({ onSuccess: () => client.invalidateQueries(trpc.task.pathFilter()) }));
  const seen = useRef(new Set<string>());
  const { mutate } = view;
  useEffect(() => {
    for (const item of request.myItems) {
      if (item.status !== 'unread' || seen.current.has(item.id)) continue;
      seen.current.add(item.id);
      mutate({ commandId: newId(), workItemId: item.id });
    }
  }, [request.myItems, mutate]);
}
