'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone, notifyError } from '@/components/ui/notify';

/** A test mail to oneself, and another try for what did not leave. */
export function useMailActs() {
  const t = useTranslations('system.mail');
  const trpc = useTRPC();
  const client = useQueryClient();
  const read = useErrorText();
  const onSettled = () => client.invalidateQueries(trpc.notice.mailState.queryFilter());
  const onError = (error: unknown) => {
    const { path, message } = read(error);
    notifyError(path === 'email' ? t('noAddress') : message);
  };
  const test = useMutation(
    trpc.notice.sendTestMail.mutationOptions({
      onSettled,
      onError,
      onSuccess: ({ address }) => void notifyDone({ message: t('tested', { address }) }),
    }),
  );
  const retry = useMutation(
    trpc.notice.retryMails.mutationOptions({
      onSettled,
      onError,
      onSuccess: ({ mails }) => void notifyDone({ message: t('retried', { count: mails }) }),
    }),
  );
  return {
    test: () => test.mutate({ commandId: crypto.randomUUID() }),
    retry: () => retry.mutate({ commandId: crypto.randomUUID() }),
    isPending: test.isPending || retry.isPending,
  };
}
