'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { notifyDone } from '@/components/ui/notify';
import { NamedFields, type NamedValues } from '../named-fields';
import { RecordDrawer } from '../record-drawer';
import { useLocal } from '@/components/ui/use-local';
import type { RecordForm } from '../use-record-form';
import { RecordEnd } from './record-end';
import type { StructureNoun, StructureRecord } from './structure-record';

const KINDS = { positions: 'position', roles: 'role', workGroups: 'workGroup' } as const satisfies Record<StructureNoun, string>;

type Props<T extends NamedValues> = {
  noun: StructureNoun;
  /** `null` adds one. */
  record: StructureRecord | null;
  form: RecordForm<T>;
  /** Creates or edits with the values of the form. */
  save: (values: T, commandId: string) => Promise<unknown>;
  onClose: () => void;
  size?: number;
  /** The fields after the names and the code. */
  children: ReactNode;
};

/** The form of one record: what all kinds have, its own fields, and taking it out of use. */
export function StructureDrawer<T extends NamedValues>({ noun, record, form, save, onClose, size, children }: Props<T>) {
  const t = useTranslations(`org.${noun}`);
  const local = useLocal();
  const submit = async () => {
    if (!(await form.submit(save))) return;
    notifyDone({ message: t('saved', { name: form.values.nameZh }) });
    onClose();
  };
  return (
    <RecordDrawer
      form={form}
      onSubmit={() => void submit()}
      onClose={onClose}
      title={record ? local(record.name) : t('create')}
      saveLabel={record ? t('save') : t('add')}
      {...(size ? { size } : {})}
    >
      <NamedFields form={form} />
      {children}
      {record ? (
        <RecordEnd
          record={{ kind: KINDS[noun], id: record.id, rev: record.rev, name: local(record.name) }}
          disabled={record.disabled}
          onDone={onClose}
        />
      ) : null}
    </RecordDrawer>
  );
}
