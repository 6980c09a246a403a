'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';
import type { OperateManyInput, RowOutcome } from '@/server/instance/operate-many';

export type BulkAction = OperateManyInput['action'];
/** As much of a request as is said of it. */
export type BulkRequest = { id: string; number: string; title: string };
export type BulkRow = { instanceId: string; workItemId?: string };
type Asked = { rows: readonly BulkRow[]; reason: string; toUserId: string | null };

/** Carries an act out on several requests. A row keeps its command id as long as nothing else is asked of it: what was done once is not done again. */
export function useBulk(action: BulkAction) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const [last, setLast] = useState<OperateManyInput | null>(null);
  const [outcomes, setOutcomes] = useState<readonly RowOutcome[] | null>(null);
  const { mutate, isPending } = useMutation(
    trpc.instance.operateMany.mutationOptions({
      onSuccess: async ({ rows }) => {
        const news = new Map(rows.map((row) => [row.commandId, row]));
        setOutcomes((known) => (known ?? rows).map((row) => news.get(row.commandId) ?? row));
        await client.invalidateQueries();
      },
      onError: (error) => showError(error),
    }),
  );
  return {
    outcomes,
    isPending,
    run(asked: Asked): void {
      const input = inputOf(action, asked);
      const again = last && sameBut(last, input) ? last : input;
      setLast(again);
      mutate(again);
    },
    /** Those that were refused, once more. */
    retry(): void {
      const refused = new Set((outcomes ?? []).flatMap((row) => (row.ok ? [] : [row.commandId])));
      if (!last || refused.size === 0) return;
      mutate(
        last.action === 'reassign'
          ? { ...last, rows: last.rows.filter(({ commandId }) => refused.has(commandId)) }
          : { ...last, rows: last.rows.filter(({ commandId }) => refused.has(commandId)) },
      );
    },
  };
}

// helpers //////////////////////

function inputOf(action: BulkAction, { rows, reason, toUserId }: Asked): OperateManyInput {
  if (action !== 'reassign') return { action, reason, rows: rows.map(({ instanceId }) => ({ commandId: newId(), instanceId })) };
  return {
    action,
    reason,
    toUserId: toUserId ?? '',
    rows: rows.flatMap(({ instanceId, workItemId }) => (workItemId ? [{ commandId: newId(), instanceId, workItemId }] : [])),
  };
}

/** The same question, but for the ids that were made for it. */
function sameBut(a: OperateManyInput, b: OperateManyInput): boolean {
  const plain = (input: OperateManyInput) => JSON.stringify({ ...input, rows: input.rows.map((row) => ({ ...row, commandId: '' })) });
  return plain(a) === plain(b);
}
