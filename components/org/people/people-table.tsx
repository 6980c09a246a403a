'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { UserName } from '@/components/ui/user-name';
import { personName } from '@/lib/format/person';
import type { PersonView } from '@/server/org/list-people';
import classes from './people.module.css';
import { PersonStatus } from './person-status';
import { PostsText } from './post-text';

export type PeopleFilter = {
  search?: string;
  departmentId?: string;
  includeSub?: boolean;
  positionId?: string;
  status?: 'active' | 'away' | 'disabled';
};

type Props = {
  label: string;
  filter: PeopleFilter;
  activeId: string | null;
  onOpen: (id: string) => void;
  withNumber?: boolean;
  empty: ReactNode;
  stickyTop?: number;
  /** Stands under the people; comes with them, not before, so that nothing moves. */
  below?: ReactNode;
};

/** People with posts, whether they are there, and how much waits in their hands. */
export function PeopleTable({ label, filter, activeId, onOpen, withNumber = false, empty, stickyTop, below }: Props) {
  const t = useTranslations('org.people');
  const locale = useLocale();
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...trpc.org.people.infiniteQueryOptions({ ...filter, limit: 50 }, cursorPages),
    placeholderData: keepPreviousData,
  });
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<PersonView>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: withNumber ? 200 : 148,
        card: 'title',
        cell: (row) => <UserName person={row} avatar strong />,
      },
      ...(withNumber
        ? [
            {
              id: 'number',
              header: t('number'),
              width: 96,
              card: 'none',
              cell: (row) => row.employeeNo ?? '—',
            } satisfies DataColumn<PersonView>,
            { id: 'login', header: t('login'), width: 132, card: 'none', cell: (row) => row.login } satisfies DataColumn<PersonView>,
          ]
        : []),
      { id: 'posts', header: t('posts'), card: 'meta', cell: (row) => <PostsText person={row} /> },
      { id: 'status', header: t('status'), width: 168, card: 'foot', cell: (row) => <PersonStatus person={row} /> },
      {
        id: 'items',
        header: t('items'),
        width: 72,
        numeric: true,
        card: 'footEnd',
        cell: (row) => (
          <span className={row.openItems > 0 ? undefined : classes.zero} data-items>
            <span className={classes.onCard}>{t('items')} </span>
            {row.openItems}
          </span>
        ),
      },
    ],
    [t, withNumber],
  );
  return (
    <>
      <DataTable
        label={label}
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => personName(row, locale)}
        onOpen={(row) => onOpen(row.id)}
        activeId={activeId}
        {...fromQuery(query)}
        empty={empty}
        {...(stickyTop === undefined ? {} : { stickyTop })}
      />
      {!query.isPending && below}
    </>
  );
}
