'use client';

import { Select } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { FieldType } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { useFormFields } from '../form-names';

type Props = { types?: readonly FieldType[]; value: string; onChange(key: string): void; id?: string; clearable?: boolean; label?: string };

/** Chooses one of the form's fields by its key; only those of the types that fit. */
export function FieldSelect({ types, value, onChange, id, clearable = false, label }: Props) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const fields = useFormFields().filter((field) => !types || types.includes(field.type));
  const data = fields.map((field) => ({ value: field.key, label: localText(field.label, locale) }));
  const missing = value !== '' && !data.some((option) => option.value === value);
  return (
    <Select
      id={id}
      size="xs"
      searchable
      clearable={clearable}
      aria-label={label ?? t('formField')}
      placeholder={data.length > 0 ? t('chooseField') : t('noSuchField')}
      error={missing ? t('fieldGone', { field: value }) : undefined}
      value={missing ? null : value || null}
      data={data}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
