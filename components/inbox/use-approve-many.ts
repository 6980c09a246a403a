'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';
import type { ApprovedRow, ApproveManyInput } from '@/server/task/approve-many';

/** Approves several items. A row keeps its command id when it is tried again: what was done once is not done again. */
export function useApproveMany(onDone: (rows: readonly ApprovedRow[]) => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const [last, setLast] = useState<ApproveManyInput | null>(null);
  const [outcomes, setOutcomes] = useState<readonly ApprovedRow[] | null>(null);
  const { mutateAsync, isPending } = useMutation(trpc.task.approveMany.mutationOptions());
  const send = async (input: ApproveManyInput) => {
    try {
      const { rows } = await mutateAsync(input);
      const news = new Map(rows.map((row) => [row.workItemId, row]));
      const all = (outcomes ?? rows).map((row) => news.get(row.workItemId) ?? row);
      setOutcomes(all);
      onDone(all);
      await client.invalidateQueries();
    } catch (error) {
      showError(error);
    }
  };
  return {
    outcomes,
    isPending,
    run(items: readonly { workItemId: string; rev: number }[], comment: string): void {
      const isSame = last !== null && last.comment === comment && last.rows.map(keyOf).join() === items.map(keyOf).join();
      const input = isSame ? last : { comment, rows: items.map(({ workItemId, rev }) => ({ commandId: newId(), workItemId, rev })) };
      setLast(input);
      void send(input);
    },
    /** What failed for want of time or by accident, once more; what was refused stays refused. */
    retry(): void {
      const again = new Set((outcomes ?? []).filter(canBeTriedAgain).map((row) => row.workItemId));
      if (last && again.size > 0) void send({ ...last, rows: last.rows.filter(({ workItemId }) => again.has(workItemId)) });
    },
  };
}

export function canBeTriedAgain(row: ApprovedRow): boolean {
  return !row.ok && (row.code === 'BUSY' || row.code === 'INTERNAL' || row.code === 'STORAGE_FULL');
}

// helpers //////////////////////

function keyOf({ workItemId, rev }: { workItemId: string; rev: number }): string {
  return `${workItemId} ${rev}`;
}
