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
import type { HeldDraft } from './use-draft-save';

export type Submission = Omit<StartInput, 'commandId' | 'draft'>;

type Saving = { hold(): Promise<HeldDraft>; resume(): void; forget(): void };
/** The request that it became; null when all that is known is that its draft was submitted or deleted elsewhere. */
type Before = { submittedAs: string | null };

/**
 * Submits what was filled in. When no answer came, it may have got through: the next try asks with the same id, and what was changed
 * meanwhile does not become a second request by itself. Neither does a draft that is open twice.
 */
export function useSubmission(saving: Saving, onRefused: (refusal: AppErrorInfo) => void) {
  const t = useTranslations('start');
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const read = useErrorText();
  const showError = useAppError();
  const command = useCommand();
  const [open, setOpen] = useState<'unanswered' | Before | null>(null);
  const start = useMutation(trpc.instance.start.mutationOptions());

  /** `isAnother`: whoever fills in knows that it was submitted before, and wants a second one. */
  async function submit(submission: Submission, isAnother: boolean): Promise<void> {
    // The draft goes with the submission: a save that came after it would bring it back.
    const { draft, isGone } = await saving.hold();
    if (isGone && !isAnother) return setOpen({ submittedAs: null });
    let instanceId = '';
    try {
      const result = await command('start', (commandId) => {
        instanceId = commandId;
        return start.mutateAsync({ commandId, ...submission, ...(draft && { draft }) });
      });
      notifyDone({ message: t('submitted', { number: result.number }) });
      await client.invalidateQueries();
      router.push(`/requests/${result.instanceId}`);
    } catch (error) {
      const { code, path } = read(error);
      const isBefore = code === 'IDEMPOTENCY_MISMATCH';
      if (isBefore || (code === 'ALREADY_DONE' && path === 'draft')) {
        saving.forget();
        return setOpen({ submittedAs: isBefore ? instanceId : null });
      }
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
    /** It has been submitted before, by an earlier try without what was changed since, or from its draft elsewhere. */
    before: open !== null && open !== 'unanswered' ? open : null,
  };
}
