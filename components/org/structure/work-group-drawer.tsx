'use client';
import { DateInput } from '@mantine/dates';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { WorkGroupView } from '@/server/org/list-work-groups';
import { NamedFields } from '../named-fields';
import { PickerField } from '../picker-field';
import { RecordDrawer } from '../record-drawer';
import rows from '../record-drawer.module.css';
import { useLocal } from '../use-local';
import { useRecordForm } from '../use-record-form';
import { UserPicker } from '../user-picker';
import { RecordEnd } from './record-end';

/** Adds a work group or changes its names, days and members. */
export function WorkGroupDrawer({ group, onClose }: { group: WorkGroupView | null; onClose: () => void }) {
  const t = useTranslations('org.workGroups');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const local = useLocal();
  const create = useMutation(trpc.org.createWorkGroup.mutationOptions());
  const edit = useMutation(trpc.org.editWorkGroup.mutationOptions());
  const form = useRecordForm({
    nameZh: group?.name.zh ?? '',
    nameEn: group?.name.en ?? '',
    code: group?.code ?? '',
    startsOn: group?.startsOn ?? null,
    endsOn: group?.endsOn ?? null,
    userIds: (group?.members ?? []).map(({ id }) => id),
  });
  const { values, set, error } = form;
  const submit = async () => {
    const saved = await form.submit((fields, commandId) =>
      group ? edit.mutateAsync({ commandId, id: group.id, rev: group.rev, ...fields }) : create.mutateAsync({ commandId, ...fields }),
    );
    if (!saved) return;
    notifyDone({ message: t('saved', { name: values.nameZh }) });
    onClose();
  };
  return (
    <RecordDrawer
      opened
      onClose={onClose}
      title={group ? local(group.name) : t('create')}
      saveLabel={group ? t('save') : t('add')}
      isSaving={form.isSaving}
      onSubmit={() => void submit()}
      formRef={form.attach}
    >
      <NamedFields form={form} />
      <div className={rows.pair}>
        <DateInput
          clearable
          clearButtonProps={{ 'aria-label': c('clear') }}
          label={t('startsOn')}
          value={values.startsOn}
          error={error('startsOn')}
          onChange={(startsOn) => set({ startsOn })}
        />
        <DateInput
          clearable
          clearButtonProps={{ 'aria-label': c('clear') }}
          label={t('endsOn')}
          value={values.endsOn}
          error={error('endsOn')}
          onChange={(endsOn) => set({ endsOn })}
        />
      </div>
      <PickerField
        multiple
        label={t('members')}
        value={values.userIds}
        error={error('userIds')}
        onChange={(value) => set({ userIds: value === null ? [] : typeof value === 'string' ? [value] : [...value] })}
        picker={UserPicker}
      />
      {group ? (
        <RecordEnd
          record={{ kind: 'workGroup', id: group.id, rev: group.rev, name: local(group.name) }}
          disabled={group.disabled}
          onDone={onClose}
        />
      ) : null}
    </RecordDrawer>
  );
}
