'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { notifyDone } from '@/components/ui/notify';
import type { RouterOutputs } from '../router-types';
import { UsageList } from '../usage-list';
import { useOrgRefresh } from '../use-org-refresh';

type Props = { person: { id: string; rev: number; name: string }; usage: RouterOutputs['org']['usage']; onClose: () => void };

/** Ends a person's access; says first what hangs on the person. */
export function DisablePerson({ person, usage, onClose }: Props) {
  const t = useTranslations('org.disablePerson');
  const trpc = useTRPC();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const disable = useMutation(
    trpc.org.disableUser.mutationOptions({
      onError,
      onSuccess: ({ endedSessions }) => {
        notifyDone({ message: t('done', { name: person.name, sessions: endedSessions }) });
        onClose();
      },
      onSettled: refresh,
    }),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('title', { name: person.name })}
      confirmLabel={t('confirm')}
      tone="danger"
      reason="optional"
      isPending={disable.isPending}
      onConfirm={(reason) => disable.mutate({ commandId: crypto.randomUUID(), id: person.id, rev: person.rev, reason })}
    >
      <p>{usage.length > 0 ? t('effect') : t('effectNone')}</p>
      <UsageList usage={usage} />
    </ConfirmDialog>
  );
}
