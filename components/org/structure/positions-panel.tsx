'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import type { PositionView } from '@/server/org/list-positions';
import { useLocal } from '../use-local';
import { useOrgUrl } from '../use-org-url';
import { PositionDrawer } from './position-drawer';
import { RecordTools } from './record-tools';
import classes from './structure.module.css';

type Props = { opened: string | null; onOpen: (id: string | null) => void };

/** Positions from the highest rank down, with how many people hold each. */
export function PositionsPanel({ opened, onOpen }: Props) {
  const t = useTranslations('org.positions');
  const c = useTranslations('common.empty');
  const trpc = useTRPC();
  const local = useLocal();
  const [url, setUrl] = useOrgUrl();
  const query = useQuery(trpc.org.positions.queryOptions({ withDisabled: url.withDisabled, ...(url.q ? { search: url.q } : {}) }));
  const rows = query.data ?? [];
  const columns = useMemo<DataColumn<PositionView>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        card: 'title',
        cell: (row) => (
          <span className={classes.name}>
            {local(row.name)} {row.disabled ? <Tag>{t('off')}</Tag> : null}
          </span>
        ),
      },
      { id: 'rank', header: t('rank'), width: 88, numeric: true, card: 'value', cell: (row) => row.rank },
      { id: 'code', header: t('code'), width: 220, card: 'meta', cell: (row) => <code className={classes.code}>{row.code}</code> },
      {
        id: 'people',
        header: t('people'),
        width: 96,
        numeric: true,
        card: 'foot',
        cell: (row) =>
          row.people > 0 ? (
            <button
              type="button"
              className={classes.number}
              onClick={() => setUrl({ tab: 'people', position: row.id, q: null }, 'push')}
              aria-label={t('showPeople', { count: row.people })}
            >
              {row.people}
            </button>
          ) : (
            <span className={classes.zero}>0</span>
          ),
      },
    ],
    [t, local, setUrl],
  );
  const open = rows.find(({ id }) => id === opened) ?? null;
  return (
    <div className={classes.panel}>
      <RecordTools label={t('find')} />
      <DataTable
        label={t('label')}
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.id)}
        {...fromQuery(query)}
        stickyTop={0}
        empty={<EmptyState title={url.q ? c('filteredTitle') : t('emptyTitle')}>{url.q ? c('filteredBody') : t('emptyBody')}</EmptyState>}
      />
      {opened === 'new' || open ? <PositionDrawer key={opened} position={open} onClose={() => onOpen(null)} /> : null}
    </div>
  );
}
