'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import type { RequestPage, TimelineEntry } from '@/server/instance/request-page';

/** What happened before the stretch that came with the request, a stretch at a time. The past does not change: it is asked for once. */
export function useEarlier({ id, earlier }: Pick<RequestPage, 'id' | 'earlier'>): {
  entries: readonly TimelineEntry[];
  more: boolean;
  loading: boolean;
  load(): void;
} {
  const trpc = useTRPC();
  // Live updates move the edge of the newest stretch; what follows goes on from where it was first asked for.
  const [from, setFrom] = useState<number | null>(null);
  const query = useInfiniteQuery(
    trpc.instance.timeline.infiniteQueryOptions(
      { id },
      {
        initialCursor: from ?? 1,
        ...cursorPages,
        enabled: from !== null,
        staleTime: Number.POSITIVE_INFINITY,
      },
    ),
  );
  return {
    entries: from === null ? [] : itemsOf(query),
    more: from === null ? earlier !== null : query.hasNextPage || query.isPending,
    loading: from !== null && query.isFetching,
    load: () => (from === null ? setFrom(earlier) : void query.fetchNextPage()),
  };
}
