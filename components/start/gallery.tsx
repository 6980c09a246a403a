'use client';

import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { DraftList } from '@/components/lists/draft-list';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { ROW_LINK, useRowKeys } from '@/components/ui/use-row-keys';
import { useSoon } from '@/components/ui/use-soon';
import { useUrlState } from '@/components/ui/use-url-state';
import { ProcessIcon } from '@/components/ui/process-icon';
import { newId } from '@/lib/id';
import { isFoundBy } from '@/lib/reading';
import { localText } from '@/lib/json';
import type { LaunchableProcess } from '@/server/instance/list-views';
import { CategoryRail } from './category-rail';
import { LastRequests } from './last-requests';
import classes from './start.module.css';

const loadForm = () => import('./fill-form');

const DEFAULTS = { category: '', q: '' };

/** What can be started: the usual first, then everything by category; one category at a time, or what a search finds. */
export function Gallery() {
  const t = useTranslations('start');
  const locale = useLocale();
  const trpc = useTRPC();
  useSoon(loadForm);
  useRowKeys({ can: true });
  const { data } = useSuspenseQuery(trpc.instance.launchable.queryOptions({}));
  const [{ category, q }, setState] = useUrlState(DEFAULTS);
  const wanted = q.trim();
  const fits = (process: LaunchableProcess) =>
    !wanted || textOf(process).toLowerCase().includes(wanted.toLowerCase()) || isFoundBy(process.keys, wanted);
  const usual = [
    { id: 'favourites', name: t('favourites'), processes: data.favourites.filter(fits) },
    { id: 'recent', name: t('recent'), processes: data.recent.filter(fits) },
  ].filter((group) => group.processes.length > 0 || group.id === category);
  const categories = data.categories.map(({ id, name, processes }) => ({
    id: id ?? 'none',
    name: localText(name, locale) || t('otherCategory'),
    processes: processes.filter(fits),
  }));
  const total = data.categories.reduce((sum, { processes }) => sum + processes.length, 0);
  const found = categories.reduce((sum, { processes }) => sum + processes.length, 0);
  const all = [...(wanted ? [] : usual), ...categories];
  const groups = category === '' ? all : [...usual, ...categories].filter(({ id }) => id === category);
  const shown = groups.filter(({ processes }) => processes.length > 0);
  const entries = [
    { id: '', name: t('allCategories'), count: found },
    ...[...usual, ...categories].map(({ id, name, processes }) => ({ id, name, count: processes.length })),
  ];
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { count: total })} />
      <div className={classes.gallery}>
        <CategoryRail label={t('categories')} entries={entries} value={category} onChange={(id) => setState({ category: id })} />
        <div className={classes.found}>
          <SearchInput label={t('search')} value={q} onChange={(text) => setState({ q: text })} />
          {shown.map((group) => (
            <section key={group.id} className={classes.group}>
              <h2>{group.name}</h2>
              <ul className={classes.tiles}>
                {group.processes.map((process) => (
                  <Tile key={process.id} process={process} />
                ))}
              </ul>
            </section>
          ))}
          {total === 0 && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
          {total > 0 && shown.length === 0 && (
            <EmptyState
              title={wanted ? t('notFound', { text: q }) : t('noneHere')}
              action={category !== '' && <Button onClick={() => setState({ category: null })}>{t('seeAll', { count: found })}</Button>}
            />
          )}
        </div>
        <aside className={classes.beside} aria-label={t('mine')}>
          <LastRequests startable={new Set(data.categories.flatMap(({ processes }) => processes.map(({ id }) => id)))} />
          <Card title={t('drafts')}>
            <DraftList limit={4} />
          </Card>
        </aside>
      </div>
    </>
  );
}

// helpers //////////////////////

/** What a search looks into, beside how the names are read. */
function textOf({ name, key, description }: LaunchableProcess): string {
  return [name.zh, name.en, key, description?.zh, description?.en].join(' ');
}

function Tile({ process }: { process: LaunchableProcess }) {
  const t = useTranslations('start');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const favourite = useMutation(
    trpc.instance.setFavourite.mutationOptions({ onSuccess: () => client.invalidateQueries(trpc.instance.launchable.pathFilter()) }),
  );
  const name = localText(process.name, locale);
  const description = process.description ? localText(process.description, locale) : '';
  const descriptionId = useId();
  return (
    <li className={classes.tile}>
      <UnstyledButton
        {...ROW_LINK}
        component={Link}
        href={`/start/${process.id}`}
        className={classes.tileLink ?? ''}
        aria-label={name}
        aria-describedby={description ? descriptionId : undefined}
      >
        <ProcessIcon name={process.icon} />
        <span className={classes.tileText}>
          <span>{name}</span>
          {description && <small id={descriptionId}>{description}</small>}
        </span>
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-pressed={process.favourite}
        aria-label={t(process.favourite ? 'unfavourite' : 'favourite', { name })}
        loading={favourite.isPending}
        onClick={() => favourite.mutate({ commandId: newId(), processId: process.id, favourite: !process.favourite })}
      >
        {process.favourite ? <IconStarFilled size={16} /> : <IconStar size={16} stroke={1.5} />}
      </ActionIcon>
    </li>
  );
}
