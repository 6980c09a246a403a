'use client';
import { Combobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { localText } from '@/lib/json';
import { isFoundBy } from '@/lib/reading';
import { pathTo, treeLines } from '../tree';
import { OptionLine } from './option-line';
import classes from './picker.module.css';

const SHOWN = 200;

type Props = { search: string; chosen: ReadonlySet<string>; hidden: ReadonlySet<string> };

/** The departments as a tree; a search finds by name, pinyin or code and shows the way to each. */
export function DepartmentList({ search, chosen, hidden }: Props) {
  const t = useTranslations('org.picker');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.org.departmentOptions.queryOptions({}, { staleTime: 60_000 }));
  if (isError) return <Combobox.Empty>{t('failed')}</Combobox.Empty>;
  if (!data) return <Combobox.Empty>{t('loading')}</Combobox.Empty>;
  const wanted = search.trim();
  const lines = treeLines(data).filter(({ item }) => !hidden.has(item.id) && (wanted === '' || isFoundBy(item.keys, wanted)));
  if (lines.length === 0) return <Combobox.Empty>{wanted ? t('nothing', { search }) : t('none')}</Combobox.Empty>;
  const wayTo = (id: string) =>
    pathTo(data, id)
      .slice(1, -1)
      .map(({ name }) => localText(name, locale))
      .join(' / ');
  return (
    <>
      {lines.slice(0, SHOWN).map(({ item, level }) => (
        <OptionLine
          key={item.id}
          id={item.id}
          name={localText(item.name, locale)}
          detail={wanted ? wayTo(item.id) : null}
          level={wanted ? 0 : level}
          chosen={chosen.has(item.id)}
        />
      ))}
      {lines.length > SHOWN ? <p className={classes.more}>{t('typeMore')}</p> : null}
    </>
  );
}
