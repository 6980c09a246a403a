import type { DataTableProps } from './data-table';

type Query = { isPending: boolean; error: unknown; refetch: () => Promise<unknown> };

type PagedQuery = Query & { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

type Shown = Pick<DataTableProps<object>, 'isLoading' | 'error' | 'onRetry' | 'hasMore' | 'isLoadingMore' | 'onLoadMore'>;

/** What a table shows of the query behind it: that it waits, its error with another try, and the next page where there are pages. */
export function fromQuery(query: Query | PagedQuery): Shown {
  const shown: Shown = { isLoading: query.isPending, error: query.error, onRetry: () => void query.refetch() };
  if (!('fetchNextPage' in query)) return shown;
  return {
    ...shown,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    onLoadMore: () => void query.fetchNextPage(),
  };
}
