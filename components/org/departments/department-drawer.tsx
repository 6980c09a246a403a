'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { DepartmentView } from '@/server/org/list-departments';
import { DepartmentPicker } from '../department-picker';
import { NamedFields, namedValues } from '../named-fields';
import { PickerField } from '../picker-field';
import { RecordDrawer } from '../record-drawer';
import { useRecordForm } from '../use-record-form';
import { UserPicker } from '../user-picker';

type Props = { department: DepartmentView | null; parentId: string | null; onClose: () => void; onSaved: (id: string) => void };

/** Adds a department below another, or changes its names, code and head. */
export function DepartmentDrawer({ department, parentId, onClose, onSaved }: Props) {
  const t = useTranslations('org.department');
  const trpc = useTRPC();
  const create = useMutation(trpc.org.createDepartment.mutationOptions());
  const edit = useMutation(trpc.org.editDepartment.mutationOptions());
  const form = useRecordForm({
    ...namedValues(department),
    parentId: department ? department.parentId : parentId,
    headId: department?.head?.id ?? null,
  });
  const { values, set, error } = form;
  const submit = async () => {
    let id = department?.id ?? '';
    const saved = await form.submit(async ({ parentId: below, headId, ...names }, commandId) => {
      if (!department) {
        ({ id } = await create.mutateAsync({ commandId, ...names, parentId: below, headId }));
        return;
      }
      await edit.mutateAsync({ commandId, id, rev: department.rev, ...names, headId });
    });
    if (!saved) return;
    notifyDone({ message: t(department ? 'saved' : 'created', { name: values.nameZh }) });
    onSaved(id);
  };
  return (
    <RecordDrawer
      form={form}
      onClose={onClose}
      title={department ? t('edit') : t('create')}
      saveLabel={department ? t('save') : t('add')}
      onSubmit={() => void submit()}
    >
      <NamedFields form={form} />
      {department ? null : (
        <PickerField
          label={t('parent')}
          value={values.parentId}
          error={error('parentId')}
          onChange={(value) => set({ parentId: typeof value === 'string' ? value : null })}
          picker={DepartmentPicker}
        />
      )}
      <PickerField
        label={t('head')}
        description={t('headHelp')}
        value={values.headId}
        error={error('headId')}
        onChange={(value) => set({ headId: typeof value === 'string' ? value : null })}
        picker={UserPicker}
      />
    </RecordDrawer>
  );
}
