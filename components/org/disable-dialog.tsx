'use client';
import { Button, Group, Modal, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { notifyDone } from '@/components/ui/notify';
import { UsageList } from './usage-list';
import { useOrgRefresh } from './use-org-refresh';

export type Disabling = { kind: 'department' | 'position' | 'role' | 'workGroup'; id: string; rev: number; name: string };

/** Asks before a record goes out of use; while something leans on it, says what, and that this comes first. */
export function DisableDialog({ target, onClose, onDone }: { target: Disabling | null; onClose: () => void; onDone?: () => void }) {
  const t = useTranslations('org.disable');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const usage = useQuery(
    trpc.org.usage.queryOptions({ kind: target?.kind ?? 'role', id: target?.id ?? '' }, { enabled: target !== null, staleTime: 0 }),
  );
  const disable = useMutation(trpc.org.disableRecord.mutationOptions({ onError, onSettled: refresh }));
  if (!target) return null;
  const { kind, id, rev, name } = target;
  const confirm = async (reason: string) => {
    await disable.mutateAsync({ commandId: crypto.randomUUID(), kind, id, rev, reason }).then(
      () => {
        notifyDone({ message: t('done', { name }) });
        onDone?.();
      },
      () => undefined,
    );
    onClose();
  };
  if (usage.data?.length === 0) {
    return (
      <ConfirmDialog
        opened
        onClose={onClose}
        title={t('title', { name })}
        confirmLabel={t('confirm')}
        tone="danger"
        reason="optional"
        isPending={disable.isPending}
        onConfirm={(reason) => void confirm(reason)}
      >
        {t(`effect.${kind}`)}
      </ConfirmDialog>
    );
  }
  return (
    <Modal closeButtonProps={{ 'aria-label': c('close') }} opened onClose={onClose} title={t('title', { name })}>
      <Stack gap="md">
        {usage.data ? (
          <>
            <p>{t('inUse')}</p>
            <UsageList usage={usage.data} />
          </>
        ) : (
          <Skeleton height={64} />
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{c('close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
