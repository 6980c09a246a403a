'use client';

import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DraftList } from '@/components/lists/draft-list';
import { sealOf } from '@/components/request/seal-of';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { useSoon } from '@/components/ui/use-soon';
import { ProcessIcon } from '@/components/ui/process-icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { LaunchableProcess } from '@/server/instance/list-views';
import classes from './start.module.css';

const loadForm = () => import('./fill-form');

/** What can be started: the usual first, then everything by category; search over all of it. */
export function Gallery() {
  const t = useTranslations('start');
  const locale = useLocale();
  const trpc = useTRPC();
  useSoon(loadForm);
  const { data } = useSuspenseQuery(trpc.instance.launchable.queryOptions({}));
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fits = (process: LaunchableProcess) =>
    !wanted || `${process.name.zh} ${process.name.en} ${process.key}`.toLowerCase().includes(wanted);
  const total = data.categories.reduce((sum, category) => sum + category.processes.length, 0);
  const groups = wanted
    ? []
    : [
        { id: 'favourites', name: t('favourites'), processes: data.favourites },
        { id: 'recent', name: t('recent'), processes: data.recent },
      ];
  const categories = data.categories.map((category) => ({
    id: category.id ?? 'none',
    name: localText(category.name, locale) || t('otherCategory'),
    processes: category.processes.filter(fits),
  }));
  const shown = [...groups, ...categories].filter((group) => group.processes.length > 0);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { count: total })} />
      <div className={classes.gallery}>
        <div>
          <SearchInput label={t('search')} value={search} onChange={setSearch} />
          {total === 0 && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
          {total > 0 && shown.length === 0 && <EmptyState title={t('notFound', { text: search })} />}
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
        </div>
        <aside className={classes.beside} aria-label={t('mine')}>
          <LastRequests />
          <Card title={t('drafts')}>
            <DraftList limit={4} />
          </Card>
        </aside>
      </div>
    </>
  );
}

// helpers //////////////////////

/** What the reader started last, and where it stands: often the next one is of the same kind. */
function LastRequests() {
  const t = useTranslations('start');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.instance.listMine.queryOptions({ state: 'all', limit: 4 }));
  return (
    <Card title={t('lastStarted')}>
      {!data ? (
        <LinesSkeleton lines={4} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('noneStarted')} />
      ) : (
        <ul className={classes.last}>
          {data.items.map((row) => (
            <li key={row.id}>
              <Link href={`/requests/${row.id}`}>
                <span>
                  <span className={classes.lastTitle}>{row.title}</span>
                  <small>
                    <RelativeTime value={row.startedAt} />
                  </small>
                </span>
                <Seal state={sealOf(row.seal)} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
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
  return (
    <li className={classes.tile}>
      <UnstyledButton component={Link} href={`/start/${process.id}`} className={classes.tileLink ?? ''}>
        <ProcessIcon name={process.icon} />
        <span>{name}</span>
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
