'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from './trpc';

/** The counters beside the rail's entries, the unread notices and the proxies; fresh every minute, and at once when a live signal says so. */
export function useNavCounts() {
  const trpc = useTRPC();
  return useQuery(trpc.shell.nav.queryOptions(undefined, { refetchInterval: 60_000, staleTime: 10_000 }));
}
