'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { type AppErrorInfo, useAppError, useErrorText } from '@/components/shell/use-app-error';
import { useCommand } from '@/components/shell/use-command';
import { notifyDone } from '@/components/ui/notify';
import type { StartInput } from '@/server/instance/start';

export type Submission = Omit<StartInput, 'commandId' | 'draftId'>;

type Saving = { hold(): Promise<string | null>; resume(): void };

/**
 * Submits what was filled in. When no answer came, it may have got through: the next try asks with the same id, and what was changed
 * meanwhile does not become a second request by itself.
 */
export function useSubmission(saving: Saving, onRefused: (refusal: AppErrorInfo) => void) {
  const t = useTranslations('start');
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const read = useErrorText();
  const showError = useAppError();
  const command = useCommand();
  const [open, setOpen] = useState<'unanswered' | { submittedAs: string } | null>(null);
  const start = useMutation(trpc.instance.start.mutationOptions());

  async function submit(submission: Submission): Promise<void> {
    // The draft goes with the submission: a save that came after it would bring it back.
    const draftId = await saving.hold();
    let instanceId = '';
    try {
      const result = await command('start', (commandId) => {
        instanceId = commandId;
        return start.mutateAsync({ commandId, ...submission, ...(draftId ? { draftId } : {}) });
      });
      notifyDone({ message: t('submitted', { number: result.number }) });
      await client.invalidateQueries();
      router.push(`/requests/${result.instanceId}`);
    } catch (error) {
      const { code } = read(error);
      if (code === 'IDEMPOTENCY_MISMATCH') return setOpen({ submittedAs: instanceId });
      onRefused(showError(error));
      // Whether the draft is gone with it is not known before the next answer.
      if (code === 'NETWORK') return setOpen('unanswered');
      setOpen(null);
      saving.resume();
    }
  }

  return {
    submit,
    pending: start.isPending,
    /** Whether it was submitted is not known, or it was: nothing is saved as a draft. */
    isOpen: open !== null,
    /** Nobody has answered the last try. */
    unanswered: open === 'unanswered',
    /** The request that an earlier try has become, without what was changed since. */
    submittedAs: open !== null && open !== 'unanswered' ? open.submittedAs : null,
  };
}
