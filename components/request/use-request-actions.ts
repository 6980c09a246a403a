'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { notifyDone } from '@/components/ui/notify';
import { newId } from '@/lib/id';
import type { RequestPage } from '@/server/instance/request-page';

/** What its applicant and its readers can do with a request as a whole, without a dialog. */
export function useRequestActions(request: RequestPage) {
  const t = useTranslations('request');
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const settled = { onError: (error: unknown) => showError(error), onSuccess: () => client.invalidateQueries() };
  const urge = useMutation(trpc.instance.urge.mutationOptions(settled));
  const comment = useMutation(trpc.instance.comment.mutationOptions(settled));
  const remind = useMutation(trpc.instance.remindReaders.mutationOptions(settled));
  return {
    urging: urge.isPending,
    commenting: comment.isPending,
    reminding: remind.isPending,
    async urge() {
      await urge.mutateAsync({ commandId: newId(), instanceId: request.id, comment: '' }).then(
        () => notifyDone({ message: t('saidUrged') }),
        () => undefined,
      );
    },
    async comment(text: string) {
      await comment.mutateAsync({ commandId: newId(), instanceId: request.id, text });
    },
    async remind(elementId: string) {
      await remind.mutateAsync({ commandId: newId(), instanceId: request.id, elementId }).then(
        () => notifyDone({ message: t('saidReminded') }),
        () => undefined,
      );
    },
  };
}
