'use client';

import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { type LocalText, localText } from '@/lib/json';

/** The one form of the process; its latest published version is pinned when the process is published. */
export function FormChoice({ value, onChange }: { value: string | null; onChange(formId: string | null): void }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const chosen = useQuery(trpc.form.get.queryOptions({ id: value ?? '' }, { enabled: value !== null, staleTime: 60_000, retry: false }));
  const optionOf = (id: string, name: LocalText, no: number) => ({
    value: id,
    label: no > 0 ? localText(name, locale) : t('formUnpublished', { name: localText(name, locale) }),
  });
  const own = value !== null && chosen.data ? optionOf(value, chosen.data.name, chosen.data.latest?.no ?? 0) : null;
  // The name of what is chosen stands in the box: it is nothing that is looked for.
  const [text] = useDebouncedValue(search === own?.label ? '' : search.trim(), 200);
  const list = useQuery(trpc.form.list.queryOptions({ limit: 100, ...(text ? { text } : {}) }, { placeholderData: keepPreviousData }));
  const found = (list.data?.items ?? []).map((form) => optionOf(form.id, form.name, form.latestNo));
  const isEmpty = list.data !== undefined && found.length === 0 && text === '';
  return (
    <>
      <Select
        size="xs"
        searchable
        clearable
        aria-label={t('form')}
        placeholder={t(isEmpty ? 'noForms' : 'chooseForm')}
        nothingFoundMessage={list.data && t('nothingFound', { text })}
        searchValue={search}
        onSearchChange={setSearch}
        // The server has searched, in more than the first hundred.
        filter={({ options }) => options}
        value={value}
        data={own && !found.some((option) => option.value === own.value) ? [own, ...found] : found}
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
