'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { useCommand } from '@/components/shell/use-command';
import { notifyDone } from '@/components/ui/notify';
import type { RequestPage } from '@/server/instance/request-page';

/** What its applicant and its readers can do with a request as a whole, without a dialog. */
export function useRequestActions(request: RequestPage) {
  const t = useTranslations('request');
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const command = useCommand();
  const settled = { onError: (error: unknown) => showError(error), onSuccess: () => client.invalidateQueries() };
  const urge = useMutation(trpc.instance.urge.mutationOptions(settled));
  const comment = useMutation(trpc.instance.comment.mutationOptions(settled));
  const remind = useMutation(trpc.instance.remindReaders.mutationOptions(settled));
  return {
    urging: urge.isPending,
    commenting: comment.isPending,
    reminding: remind.isPending,
    async urge() {
      await command('urge', (commandId) => urge.mutateAsync({ commandId, instanceId: request.id, comment: '' })).then(
        () => notifyDone({ message: t('saidUrged') }),
        () => undefined,
      );
    },
    /** Says whether it arrived. */
    comment(text: string, mentions: string[]): Promise<boolean> {
      return command(`comment ${text} ${mentions.join(' ')}`, (commandId) =>
        comment.mutateAsync({ commandId, instanceId: request.id, text, mentions }),
      ).then(
        () => true,
        () => false,
      );
    },
    async remind(elementId: string) {
      await command(`remind ${elementId}`, (commandId) => remind.mutateAsync({ commandId, instanceId: request.id, elementId })).then(
        () => notifyDone({ message: t('saidReminded') }),
        () => undefined,
      );
    },
  };
}
