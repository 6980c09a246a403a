import 'server-only';
import { type DehydratedState, type FetchQueryOptions, QueryClient, type QueryKey, dehydrate } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { currentRequest } from '../auth/request';
import { createCallerFactory } from './procedures';
import { appRouter } from './root';

const createCaller = createCallerFactory(appRouter);

/**
 * What `ask` reads on the reader's behalf, as the browser's cache will hold it, so that the first paint shows it. Null when anything
 * was refused or failed: then the browser asks for itself, and shows what came of it. Nothing is thrown, since a page must not fail for
 * a visitor whose session has ended, or for a record that is gone.
 */
export async function prefetch(ask: (reader: Reader) => readonly Promise<unknown>[]): Promise<DehydratedState | null> {
  const queries = new QueryClient();
  try {
    await Promise.all(ask(await readerOf(queries)));
    return dehydrate(queries);
  } catch {
    return null;
  }
}

export type Reader = Awaited<ReturnType<typeof readerOf>>;

async function readerOf(queries: QueryClient) {
  const ctx = await currentRequest();
  return {
    trpc: createTRPCOptionsProxy({ router: appRouter, ctx, queryClient: queries }),
    api: createCaller(ctx),
    read: <T, E, K extends QueryKey>(options: FetchQueryOptions<T, E, T, K>): Promise<T> => queries.fetchQuery(options),
    /** The first page of a list that goes on by cursor; it has none, and `null` would be sent as one when the list is read again. */
    firstPage: async <T>(queryKey: QueryKey, page: Promise<T>): Promise<void> => {
      queries.setQueryData(queryKey, { pages: [await page], pageParams: [undefined] });
    },
  };
}
