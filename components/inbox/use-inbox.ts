'use client';

import { keepPreviousData, type QueryKey, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import type { Inbox, InboxGroupName, WaitingForApplicant } from '@/server/task/task-views';
import { type GrownPages, INBOX_PAGE, type LoadedGroup, loadedGroups } from './walk';

export const SCOPES = ['todo', 'onBehalf', 'claimable'] as const;
export type Scope = (typeof SCOPES)[number];

export type InboxList = {
  /** Undefined until something has come. */
  groups: readonly LoadedGroup[] | undefined;
  waiting: readonly WaitingForApplicant[];
  error: unknown;
  retry(): void;
  /** What is shown belongs to what was asked for before. */
  isOld: boolean;
  /** The group whose next page is under way. */
  reading: LoadedGroup['id'] | null;
  /** Gets the next page of a group; gives everything as it is then. */
  readOn(group: LoadedGroup['id']): Promise<readonly LoadedGroup[]>;
};

/**
 * What waits for the reader, as far as it was read. One question brings the beginning of every group; a group that is read on has its
 * pages in a query of its own, so that a refresh brings all of them anew, each beginning where the one before it ends.
 */
export function useInbox(scope: Scope, text: string): InboxList {
  const trpc = useTRPC();
  const client = useQueryClient();
  const isOffered = scope === 'claimable';
  const wants = { limit: INBOX_PAGE, ...(text ? { text } : {}) };
  const own = { onBehalf: scope === 'onBehalf', ...wants };
  // What is there stays until what is searched for has come.
  const firstOptions = trpc.task.inbox.queryOptions(own, { placeholderData: keepPreviousData, enabled: !isOffered });
  const first = useQuery(firstOptions);
  const offered = useInfiniteQuery(
    trpc.task.claimable.infiniteQueryOptions(wants, { ...cursorPages, placeholderData: keepPreviousData, enabled: isOffered }),
  );
  const grownOptions = (group: InboxGroupName) =>
    trpc.task.inbox.infiniteQueryOptions(
      { ...own, group },
      {
        getNextPageParam: (page) => page.groups[0]?.nextCursor ?? undefined,
        // One page is what the first question has brought: nothing to ask for.
        enabled: (query) => (query.state.data?.pages.length ?? 0) > 1,
        staleTime: Number.POSITIVE_INFINITY,
      },
    );
  const grown = {
    overdue: useInfiniteQuery(grownOptions('overdue')),
    today: useInfiniteQuery(grownOptions('today')),
    week: useInfiniteQuery(grownOptions('week')),
    later: useInfiniteQuery(grownOptions('later')),
  };

  const offeredGroups = offered.data && [offeredGroup(itemsOf(offered), offered.hasNextPage)];
  const dueGroups = first.data && loadedGroups(first.data, (group) => grown[group].data);

  async function readOn(id: LoadedGroup['id']): Promise<readonly LoadedGroup[]> {
    if (id === 'claimable') {
      const read = await nextPage(offered);
      return [offeredGroup(itemsOf(read), read.hasNextPage)];
    }
    // Without its type, which knows no page that has no cursor.
    const queryKey: QueryKey = grownOptions(id).queryKey;
    const begun = client.getQueryData(firstOptions.queryKey)?.groups.find(({ group }) => group === id);
    if (begun && (client.getQueryData<GrownPages>(queryKey)?.pages.length ?? 0) <= 1)
      client.setQueryData(queryKey, { pages: [pageOf(begun)], pageParams: [undefined] });
    await nextPage(grown[id]);
    const now = client.getQueryData(firstOptions.queryKey);
    return now ? loadedGroups(now, (group) => client.getQueryData(grownOptions(group).queryKey)) : [];
  }

  const { error, refetch, isPlaceholderData } = isOffered ? offered : first;
  const names = Object.keys(grown) as InboxGroupName[];
  return {
    groups: isOffered ? offeredGroups : dueGroups,
    waiting: scope === 'todo' && text === '' ? (first.data?.waitingForApplicant ?? NOBODY) : NOBODY,
    error,
    retry: () => void refetch(),
    isOld: isPlaceholderData,
    reading: offered.isFetchingNextPage ? 'claimable' : (names.find((name) => grown[name].isFetchingNextPage) ?? null),
    readOn,
  };
}

// helpers //////////////////////

const NOBODY: readonly WaitingForApplicant[] = [];

type Paged<P> = { data: { pages: readonly P[] } | undefined; hasNextPage: boolean; isError: boolean };

/** A list that is being read anew answers with that first, and is asked for its next page then. */
async function nextPage<P, R extends Paged<P>>(
  query: { fetchNextPage(options: { cancelRefetch: boolean }): Promise<R> } & Paged<P>,
): Promise<R> {
  const before = query.data?.pages.length ?? 1;
  const read = await query.fetchNextPage({ cancelRefetch: false });
  const isAsBefore = (read.data?.pages.length ?? 0) <= before;
  return isAsBefore && read.hasNextPage && !read.isError ? query.fetchNextPage({ cancelRefetch: false }) : read;
}

function pageOf(group: Inbox['groups'][number]): Inbox {
  return { groups: [group], waitingForApplicant: [] };
}

function offeredGroup(items: LoadedGroup['items'], more: boolean): LoadedGroup {
  return { id: 'claimable', items, count: { count: items.length, more }, more };
}
