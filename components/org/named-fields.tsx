'use client';
import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LocalText } from '@/lib/json';
import type { RecordForm } from './use-record-form';
import classes from './record-drawer.module.css';

export type NamedValues = { code: string; nameZh: string; nameEn: string };

/** The values of a record, or of one that is to be added. */
export function namedValues(record: { code: string; name: LocalText } | null | undefined): NamedValues {
  return { nameZh: record?.name.zh ?? '', nameEn: record?.name.en ?? '', code: record?.code ?? '' };
}

type Props<T extends NamedValues> = { form: RecordForm<T> };

/** Names in both languages and the code, the same for every kind of record. */
export function NamedFields<T extends NamedValues>({ form }: Props<T>) {
  const t = useTranslations('org.field');
  const { values, error } = form;
  const set = (patch: Partial<NamedValues>) => form.set(patch as Partial<T>);
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          data-autofocus
          required
          label={t('nameZh')}
          value={values.nameZh}
          error={error('nameZh')}
          maxLength={100}
          onChange={(event) => set({ nameZh: event.currentTarget.value })}
        />
        <TextInput
          label={t('nameEn')}
          lang="en"
          value={values.nameEn}
          error={error('nameEn')}
          maxLength={100}
          onChange={(event) => set({ nameEn: event.currentTarget.value })}
        />
      </div>
      <TextInput
        required
        label={t('code')}
        description={t('codeHelp')}
        value={values.code}
        error={error('code')}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
    </>
  );
}
