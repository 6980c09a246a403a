'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { type AppErrorInfo, useAppError } from '@/components/shell/use-app-error';
import { useCommand } from '@/components/shell/use-command';
import { personName } from '@/lib/format/person';
import { notifyDone } from '@/components/ui/notify';
import type { FormValues } from '@/forms/schema/values';
import type { ActResult } from '@/server/instance/views';
import type { DocumentChoice } from './documents-edit';
import { type RefusedFields, refusedFields } from './refused-fields';

/** What was done with an item. */
export type ItemAct = 'decide' | 'return' | 'transfer' | 'addSign' | 'claim' | 'release' | 'markRead' | 'resubmit';

export type ItemActions = {
  decide(input: {
    decision: 'approve' | 'reject';
    comment: string;
    values: FormValues;
    chosen: Record<string, string[]>;
    documents: readonly DocumentChoice[];
  }): Promise<boolean>;
  sendBack(input: { comment: string; values: FormValues }): Promise<boolean>;
  transfer(input: { toUserId: string; comment: string }): Promise<boolean>;
  addSign(input: {
    position: 'before' | 'after' | 'parallel';
    rule: 'all' | 'any' | 'sequential';
    userIds: string[];
    comment: string;
  }): Promise<boolean>;
  claim(): Promise<boolean>;
  release(): Promise<boolean>;
  markRead(): Promise<boolean>;
};

/** What can be done with one work item. Each says afterwards what did happen and who has it now. */
export function useItemActions(
  item: { id: string; rev: number },
  onDone: (act: ItemAct) => void,
  onRefused: (refusal: AppErrorInfo) => void,
): ItemActions & { pending: boolean; refused: RefusedFields } {
  const t = useTranslations('request');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const [refusal, setRefusal] = useState<AppErrorInfo | null>(null);
  const command = useCommand();
  const decideTask = useMutation(trpc.task.decide.mutationOptions());
  const returnTask = useMutation(trpc.task.return.mutationOptions());
  const transferTask = useMutation(trpc.task.transfer.mutationOptions());
  const signTask = useMutation(trpc.task.addSign.mutationOptions());
  const claimTask = useMutation(trpc.task.claim.mutationOptions());
  const releaseTask = useMutation(trpc.task.release.mutationOptions());
  const readTask = useMutation(trpc.task.markRead.mutationOptions());

  async function run(action: ItemAct, call: (commandId: string) => Promise<unknown>, said: string, which = ''): Promise<boolean> {
    try {
      const result = await command(`${item.id}-${action}-${which}`, call);
      setRefusal(null);
      const act = isActResult(result) ? result : null;
      notifyDone({ message: act ? `${said}${t('period')}${whereNow(act)}` : said });
      await client.invalidateQueries();
      onDone(action);
      return true;
    } catch (error) {
      const info = showError(error);
      setRefusal(info);
      onRefused(info);
      // Somebody else was faster: it is shown as it stands now.
      if (OVERTAKEN.has(info.code)) await client.invalidateQueries();
      return false;
    }
  }

  function whereNow(result: ActResult): string {
    if (result.status === 'completed' || result.status === 'terminated') return t('nowEnded');
    const people = result.next.flatMap((step) => step.people);
    const names = people.slice(0, 3).map((person) => personName(person, locale));
    const others = people.length > names.length ? t('andOthers', { count: people.length }) : '';
    return people.length > 0 ? t('nowWith', { people: names.join(t('listSeparator')) + others }) : '';
  }

  return {
    pending: decideTask.isPending || returnTask.isPending,
    refused: refusedFields(refusal),
    decide: ({ decision, comment, values, chosen, documents }) =>
      run(
        'decide',
        (commandId) =>
          decideTask.mutateAsync({
            commandId,
            workItemId: item.id,
            decision,
            comment,
            values: { ...values },
            chosen,
            rev: item.rev,
            documents: [...documents],
          }),
        t(decision === 'approve' ? 'saidApproved' : 'saidRejected'),
        decision,
      ),
    sendBack: ({ comment, values }) =>
      run(
        'return',
        (commandId) =>
          returnTask.mutateAsync({ commandId, workItemId: item.id, comment, values: { ...values }, rev: item.rev, documents: [] }),
        t('saidReturned'),
      ),
    transfer: ({ toUserId, comment }) =>
      run(
        'transfer',
        (commandId) => transferTask.mutateAsync({ commandId, workItemId: item.id, toUserId, comment }),
        t('saidTransferred'),
        toUserId,
      ),
    addSign: (asked) =>
      run('addSign', (commandId) => signTask.mutateAsync({ commandId, workItemId: item.id, ...asked }), t('saidSignersAdded')),
    claim: () => run('claim', (commandId) => claimTask.mutateAsync({ commandId, workItemId: item.id }), t('saidClaimed')),
    release: () => run('release', (commandId) => releaseTask.mutateAsync({ commandId, workItemId: item.id }), t('saidReleased')),
    markRead: () => run('markRead', (commandId) => readTask.mutateAsync({ commandId, workItemId: item.id }), t('saidRead')),
  };
}

// helpers //////////////////////

/** Refusals that say: what is on the screen is no longer so. */
const OVERTAKEN: ReadonlySet<string> = new Set(['ALREADY_DONE', 'STATE_CONFLICT', 'CLAIMED', 'FORBIDDEN', 'NOT_FOUND', 'STALE_VIEW']);

function isActResult(value: unknown): value is ActResult {
  return value !== null && typeof value === 'object' && 'next' in value && 'instanceId' in value;
}
