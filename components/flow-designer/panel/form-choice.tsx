'use client';

import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { localText } from '@/lib/json';

/** The one form of the process; its latest published version is pinned when the process is published. */
export function FormChoice({ value, onChange }: { value: string | null; onChange(formId: string | null): void }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.form.list.queryOptions({ limit: 100 }));
  const options = (data?.items ?? []).map((form) => ({
    value: form.id,
    label: form.latestNo > 0 ? localText(form.name, locale) : t('formUnpublished', { name: localText(form.name, locale) }),
  }));
  return (
    <>
      <Select
        size="xs"
        searchable
        clearable
        aria-label={t('form')}
        placeholder={options.length > 0 ? t('chooseForm') : t('noForms')}
        value={value}
        data={options}
        onChange={onChange}
      />
      {value && (
        <Button component={Link} href={`/design/forms/${value}`} size="compact-xs" variant="subtle" justify="flex-start">
          {t('editForm')}
        </Button>
      )}
    </>
  );
}
