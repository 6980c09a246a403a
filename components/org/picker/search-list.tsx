'use client';
import { Combobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { UserAvatar } from '@/components/ui/user-avatar';
import { localText } from '@/lib/json';
import type { OrgKind, OrgOption } from '@/server/org/org-option';
import { OptionLine } from './option-line';
import classes from './picker.module.css';
import { recentIds } from './recent';

type Props = { kind: OrgKind; search: string; chosen: ReadonlySet<string>; hidden: ReadonlySet<string> };

/** What the search finds; before anything is typed, first what was chosen lately. */
export function SearchList({ kind, search, chosen, hidden }: Props) {
  const t = useTranslations('org.picker');
  const locale = useLocale();
  const trpc = useTRPC();
  const { userId } = useSession();
  const [settled] = useDebouncedValue(search.trim(), 150);
  const [recent] = useState(() => recentIds(userId, kind));
  const found = useQuery({
    ...trpc.org.options.queryOptions({ kind, limit: 30, ...(settled ? { search: settled } : {}) }, { staleTime: 30_000 }),
    placeholderData: keepPreviousData,
  });
  const lately = useQuery(trpc.org.resolve.queryOptions({ kind, ids: recent }, { enabled: recent.length > 0, staleTime: 60_000 }));
  const recentOptions = settled === '' ? (lately.data ?? []).filter((option) => !option.disabled && !hidden.has(option.id)) : [];
  const shown = new Set(recentOptions.map((option) => option.id));
  const others = (found.data ?? []).filter((option) => !shown.has(option.id) && !hidden.has(option.id));
  const line = (option: OrgOption) => (
    <OptionLine
      key={option.id}
      id={option.id}
      name={localText(option.name, locale)}
      detail={option.detail && localText(option.detail, locale)}
      lead={kind === 'user' ? <UserAvatar size="s" person={{ name: option.name.zh, nameEn: option.name.en }} /> : null}
      chosen={chosen.has(option.id)}
    />
  );
  if (found.isError) return <Combobox.Empty>{t('failed')}</Combobox.Empty>;
  if (found.isPending) return <Combobox.Empty>{t('loading')}</Combobox.Empty>;
  if (others.length === 0 && recentOptions.length === 0)
    return <Combobox.Empty>{settled ? t('nothing', { search: settled }) : t('none')}</Combobox.Empty>;
  return (
    <>
      {recentOptions.length > 0 ? <Combobox.Group label={t('recent')}>{recentOptions.map(line)}</Combobox.Group> : null}
      {recentOptions.length > 0 && others.length > 0 ? (
        <Combobox.Group label={t('all')}>{others.map(line)}</Combobox.Group>
      ) : (
        others.map(line)
      )}
      {others.length === 30 ? <p className={classes.more}>{t('typeMore')}</p> : null}
    </>
  );
}
