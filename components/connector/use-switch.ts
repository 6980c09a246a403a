'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useLocal } from '@/components/ui/use-local';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { notifyDone } from '@/components/ui/notify';
import type { ConnectorDetail } from '@/server/connector/get';
import { useConnectorRefresh } from './use-connector-refresh';

/** Switches a connector off or on; resolves when the page knows what came of it. */
export function useSwitch({ id, rev, name }: ConnectorDetail) {
  const t = useTranslations('connector');
  const trpc = useTRPC();
  const local = useLocal();
  const onError = useAppError();
  const refresh = useConnectorRefresh();
  const { mutateAsync, isPending } = useMutation(trpc.connector.disable.mutationOptions({ onError, onSettled: refresh }));
  const switchTo = (disabled: boolean, reason: string) =>
    mutateAsync({ commandId: crypto.randomUUID(), id, rev, disabled, reason }).then(
      () => notifyDone({ message: t(disabled ? 'switchedOff' : 'switchedOn', { name: local(name) }) }),
      () => undefined,
    );
  return { switchTo, isPending };
}
