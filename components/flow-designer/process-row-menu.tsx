'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { MoreMenu, MoreMenuItem } from '@/components/ui/lazy-more-menu';
import { notifyDone } from '@/components/ui/notify';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { ProcessListItem } from '@/server/process/list';
import { useExportModel } from './use-export-model';

const DeleteProcessDialog = dynamic(() => import('./delete-process-dialog').then((module) => module.DeleteProcessDialog));
const OwnersDialog = dynamic(() => import('./owners-dialog').then((module) => module.OwnersDialog));

/** The rarer deeds on a process of the library. */
export function ProcessRowMenu({ process }: { process: ProcessListItem }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const can = useCan();
  const showError = useAppError();
  const exportModel = useExportModel(process.id);
  const [asking, setAsking] = useState<'delete' | 'retire' | null>(null);
  const [owning, setOwning] = useState(false);
  const name = localText(process.name, locale);
  const done = async (message: string) => {
    setAsking(null);
    notifyDone({ message });
    await client.invalidateQueries(trpc.process.pathFilter());
  };
  const failed = (error: unknown) => {
    setAsking(null);
    showError(error);
  };
  const remove = useMutation(
    trpc.process.delete.mutationOptions({
      onSuccess: ({ outcome }) => done(t(outcome === 'deleted' ? 'saidDeleted' : 'saidRetired', { name })),
      onError: failed,
    }),
  );
  const retire = useMutation(trpc.process.retire.mutationOptions({ onSuccess: () => done(t('saidRetired', { name })), onError: failed }));
  const unretire = useMutation(trpc.process.unretire.mutationOptions({ onSuccess: () => done(t('saidBack', { name })), onError: failed }));
  const duplicate = useMutation(
    trpc.process.duplicate.mutationOptions({ onSuccess: ({ id }) => router.push(`/design/processes/${id}`), onError: failed }),
  );
  const command = () => ({ commandId: newId(), id: process.id });
  return (
    <>
      <MoreMenu quiet label={t('moreOf', { name })}>
        <MoreMenuItem onClick={() => duplicate.mutate(command())}>{t('duplicate')}</MoreMenuItem>
        <MoreMenuItem onClick={() => void exportModel(null).catch(failed)}>{t('exportXml')}</MoreMenuItem>
        {can('process.publish') && <MoreMenuItem onClick={() => setOwning(true)}>{t('owners.change')}</MoreMenuItem>}
        {can('process.publish') && process.retired && (
          <MoreMenuItem onClick={() => unretire.mutate(command())}>{t('unretire')}</MoreMenuItem>
        )}
        {can('process.publish') && !process.retired && process.latestNo > 0 && (
          <MoreMenuItem onClick={() => setAsking('retire')}>{t('retire')}</MoreMenuItem>
        )}
        {can('process.publish') && (
          <MoreMenuItem color="red" onClick={() => setAsking('delete')}>
            {t('delete')}
          </MoreMenuItem>
        )}
      </MoreMenu>
      {owning && <OwnersDialog processId={process.id} name={name} onClose={() => setOwning(false)} />}
      <ConfirmDialog
        opened={asking === 'retire'}
        onClose={() => setAsking(null)}
        title={t('retireTitle', { name })}
        confirmLabel={t('retire')}
        isPending={retire.isPending}
        onConfirm={() => retire.mutate(command())}
      >
        {t('retireConfirm', { count: process.openInstances })}
      </ConfirmDialog>
      {asking === 'delete' && (
        <DeleteProcessDialog
          processId={process.id}
          name={name}
          isPending={remove.isPending}
          onClose={() => setAsking(null)}
          onConfirm={() => remove.mutate(command())}
        />
      )}
    </>
  );
}
