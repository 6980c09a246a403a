'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { LinesSkeleton } from '@/components/ui/skeletons';

type Props = { processId: string; name: string; isPending: boolean; onClose(): void; onConfirm(): void };

/** Says what is deleted and what stays before it happens: a process that requests were made of is only retired. */
export function DeleteProcessDialog({ processId, name, isPending, onClose, onConfirm }: Props) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const { data: plan, error } = useQuery(trpc.process.deletePlan.queryOptions({ id: processId }, { staleTime: 0, gcTime: 0 }));
  const retires = plan?.outcome === 'retired';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('deleteTitle', { name })}
      confirmLabel={t(retires ? 'retire' : 'delete')}
      tone={retires ? 'danger' : 'final'}
      isPending={isPending || !plan}
      onConfirm={onConfirm}
    >
      {error ? (
        <ErrorState error={error} />
      ) : !plan ? (
        <LinesSkeleton lines={2} />
      ) : retires ? (
        t('deleteRetires', { open: plan.open, versions: plan.versions })
      ) : (
        t('deleteGoes', { versions: plan.versions, drafts: plan.drafts })
      )}
    </ConfirmDialog>
  );
}
