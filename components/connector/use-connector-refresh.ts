'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';

/** Reads the connectors anew after a change. */
export function useConnectorRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(trpc.connector.pathFilter()), [client, trpc]);
}
