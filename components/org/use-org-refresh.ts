'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';

/** Reads the organisation anew after a change: one department or post touches trees, counts, people and pickers alike. */
export function useOrgRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(trpc.org.pathFilter()), [client, trpc]);
}
