'use client';
import { NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { PositionView } from '@/server/org/list-positions';
import { NamedFields } from '../named-fields';
import { RecordDrawer } from '../record-drawer';
import { useLocal } from '../use-local';
import { useRecordForm } from '../use-record-form';
import { RecordEnd } from './record-end';

/** Adds a position or changes one. */
export function PositionDrawer({ position, onClose }: { position: PositionView | null; onClose: () => void }) {
  const t = useTranslations('org.positions');
  const trpc = useTRPC();
  const local = useLocal();
  const create = useMutation(trpc.org.createPosition.mutationOptions());
  const edit = useMutation(trpc.org.editPosition.mutationOptions());
  const form = useRecordForm({
    nameZh: position?.name.zh ?? '',
    nameEn: position?.name.en ?? '',
    code: position?.code ?? '',
    rank: position?.rank ?? 6,
  });
  const { values, set, error } = form;
  const submit = async () => {
    const saved = await form.submit((fields, commandId) =>
      position
        ? edit.mutateAsync({ commandId, id: position.id, rev: position.rev, ...fields })
        : create.mutateAsync({ commandId, ...fields }),
    );
    if (!saved) return;
    notifyDone({ message: t('saved', { name: values.nameZh }) });
    onClose();
  };
  return (
    <RecordDrawer
      opened
      onClose={onClose}
      title={position ? local(position.name) : t('create')}
      saveLabel={position ? t('save') : t('add')}
      isSaving={form.isSaving}
      onSubmit={() => void submit()}
      formRef={form.attach}
    >
      <NamedFields form={form} />
      <NumberInput
        required
        label={t('rank')}
        description={t('rankHelp')}
        min={1}
        max={99}
        allowDecimal={false}
        hideControls={false}
        value={values.rank}
        error={error('rank')}
        onChange={(rank) => set({ rank: Number(rank) || 0 })}
      />
      {position ? (
        <RecordEnd
          record={{ kind: 'position', id: position.id, rev: position.rev, name: local(position.name) }}
          disabled={position.disabled}
          onDone={onClose}
        />
      ) : null}
    </RecordDrawer>
  );
}
