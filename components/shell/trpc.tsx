'use client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider, defaultShouldDehydrateQuery } from '@tanstack/react-query';
import { TRPCClientError, createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import type { AppRouter } from '@/server/trpc/root';
import { leaveToNewPassword, leaveToSignIn } from './leave';
import { plainPages } from './page-input';
import { steadyCommands } from './steady-commands';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** The server takes ten calls a request. */
const MAX_BATCH = 10;

/** Queries and mutations of the API for everything below. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(makeTrpcClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenEnded }),
    mutationCache: new MutationCache({ onError: leaveWhenEnded }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: shouldRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
      dehydrate: { shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending' },
    },
  });
}

/** A session that ended elsewhere (signed out, disabled) ends here with the next answer at the latest. */
function leaveWhenEnded(error: unknown): void {
  const code = codeOf(error);
  if (code === 'UNAUTHENTICATED') leaveToSignIn();
  if (code === 'PASSWORD_CHANGE_REQUIRED') leaveToNewPassword();
}

function codeOf(error: unknown): string | undefined {
  return error instanceof TRPCClientError ? (error.data as { code?: string } | null)?.code : undefined;
}

/** A refusal stays a refusal; only a lost or busy server is asked again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const status = error instanceof TRPCClientError ? (error.data as { httpStatus?: number } | null)?.httpStatus : undefined;
  return failures < 2 && (status === undefined || status === 503);
}

/** Queries that carry a whole form: no address is long enough for it, so they go out as POST. */
const LONG_QUERIES: ReadonlySet<string> = new Set(['instance.preview']);

function makeTrpcClient() {
  const url = '/api/trpc';
  return createTRPCClient<AppRouter>({
    links: [
      plainPages,
      steadyCommands,
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          condition: (operation) => LONG_QUERIES.has(operation.path),
          true: httpLink({ url, methodOverride: 'POST' }),
          false: httpBatchLink({ url, maxItems: MAX_BATCH, maxURLLength: 4000 }),
        }),
      }),
    ],
  });
}
