'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';

/** Marks notices as read; the list and the bell follow. */
export function useReadNotices() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useMutation(
    trpc.notice.read.mutationOptions({
      onSuccess: () => Promise.all([client.invalidateQueries(trpc.notice.pathFilter()), client.invalidateQueries(trpc.shell.pathFilter())]),
    }),
  );
}
