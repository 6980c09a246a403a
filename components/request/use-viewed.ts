'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useReadNotices } from '@/components/notices/use-read-notices';
import { useTRPC } from '@/components/shell/trpc';
import { useNavCounts } from '@/components/shell/use-nav-counts';
import { newId } from '@/lib/id';
import type { RequestPage } from '@/server/instance/request-page';
import { seenInData } from './mark-seen';

/** Opening a request marks what was unread in it as seen, once for each item, and the notices about it as read. */
export function useViewed(request: RequestPage): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const view = useMutation(
    trpc.task.view.mutationOptions({
      onSuccess: ({ workItemId, status }) => {
        // A mark alone has changed: what is loaded of the inbox gets it, however much that is, and is not read again.
        for (const { queryKey } of [trpc.task.inbox.pathFilter(), trpc.task.inboxItem.pathFilter()])
          client.setQueriesData({ queryKey }, (data: unknown) => seenInData(data, workItemId, status));
        const wasToRead = request.myItems.some((item) => item.id === workItemId && item.kind === 'read');
        if (!wasToRead) return;
        for (const filter of [trpc.task.toRead.pathFilter(), trpc.task.counts.pathFilter(), trpc.shell.nav.pathFilter()])
          void client.invalidateQueries(filter);
      },
    }),
  );
  const { mutate: read } = useReadNotices();
  const nav = useNavCounts().data;
  const hasUnread = (nav?.unreadNotices ?? 0) > 0;
  const isAbout = nav?.newestNotice?.rootInstanceId === request.id;
  const told = useRef('');
  useEffect(() => {
    if (!hasUnread || (told.current === request.id && !isAbout)) return;
    told.current = request.id;
    read({ requestId: request.id });
  }, [hasUnread, isAbout, request.id, read]);
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
