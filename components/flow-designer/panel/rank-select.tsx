'use client';

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { localText } from '@/lib/json';

type Props = { id: string; value: number | undefined; onChange(rank: number | undefined): void };

/** A rank by the positions that have it, highest first. */
export function RankSelect({ id, value, onChange }: Props) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.org.options.queryOptions({ kind: 'position', limit: 50 }));
  const byRank = new Map<number, string[]>(value === undefined ? [] : [[value, []]]);
  for (const position of data ?? []) {
    const rank = Number(position.detail?.zh);
    if (rank > 0) byRank.set(rank, [...(byRank.get(rank) ?? []), localText(position.name, locale)]);
  }
  return (
    <Select
      id={id}
      size="xs"
      clearable
      placeholder={t('noLimit')}
      value={value === undefined ? null : String(value)}
      data={[...byRank]
        .sort(([a], [b]) => a - b)
        .map(([rank, names]) => ({ value: String(rank), label: t('rankName', { rank, names: names.join(t('listSeparator')) }) }))}
      onChange={(rank) => onChange(rank === null ? undefined : Number(rank))}
    />
  );
}
