'use client';
import { DateInput } from '@mantine/dates';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { CalendarLanguage } from '@/components/ui/calendar-language';
import type { WorkGroupView } from '@/server/org/list-work-groups';
import { namedValues } from '../named-fields';
import { PickerField } from '../picker-field';
import rows from '../record-drawer.module.css';
import { useRecordForm } from '../use-record-form';
import { UserPicker } from '../user-picker';
import { StructureDrawer } from './structure-drawer';

/** Adds a work group or changes its names, days and members. */
export function WorkGroupDrawer({ group, onClose }: { group: WorkGroupView | null; onClose: () => void }) {
  const t = useTranslations('org.workGroups');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const create = useMutation(trpc.org.createWorkGroup.mutationOptions());
  const edit = useMutation(trpc.org.editWorkGroup.mutationOptions());
  const form = useRecordForm({
    ...namedValues(group),
    startsOn: group?.startsOn ?? null,
    endsOn: group?.endsOn ?? null,
    userIds: (group?.members ?? []).map(({ id }) => id),
  });
  const { values, set, error } = form;
  const day = (field: 'startsOn' | 'endsOn') => (
    <CalendarLanguage>
      <DateInput
        clearable
        clearButtonProps={{ 'aria-label': c('clear') }}
        label={t(field)}
        value={values[field]}
        error={error(field)}
        onChange={(value) => set({ [field]: value })}
      />
    </CalendarLanguage>
  );
  return (
    <StructureDrawer
      noun="workGroups"
      record={group}
      form={form}
      save={(fields, commandId) =>
        group ? edit.mutateAsync({ commandId, id: group.id, rev: group.rev, ...fields }) : create.mutateAsync({ commandId, ...fields })
      }
      onClose={onClose}
    >
      <div className={rows.pair}>
        {day('startsOn')}
        {day('endsOn')}
      </div>
      <PickerField
        multiple
        label={t('members')}
        value={values.userIds}
        error={error('userIds')}
        onChange={(value) => set({ userIds: value === null ? [] : typeof value === 'string' ? [value] : [...value] })}
        picker={UserPicker}
      />
    </StructureDrawer>
  );
}
