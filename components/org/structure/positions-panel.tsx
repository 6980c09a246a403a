'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import type { PositionView } from '@/server/org/list-positions';
import { useOrgUrl } from '../use-org-url';
import { PositionDrawer } from './position-drawer';
import { codeColumn, RecordName } from './record-columns';
import { type RecordPanelProps, RecordTable } from './record-table';
import classes from './structure.module.css';
import { useRecordFilter } from './use-record-filter';

/** Positions from the highest rank down, with how many people hold each. */
export function PositionsPanel({ opened, onOpen }: RecordPanelProps) {
  const t = useTranslations('org.positions');
  const trpc = useTRPC();
  const [, setUrl] = useOrgUrl();
  const query = useQuery(trpc.org.positions.queryOptions(useRecordFilter()));
  const columns = useMemo<DataColumn<PositionView>[]>(
    () => [
      { id: 'name', header: t('name'), card: 'title', cell: (row) => <RecordName noun="positions" record={row} /> },
      { id: 'rank', header: t('rank'), width: 88, numeric: true, card: 'value', cell: (row) => row.rank },
      codeColumn({ header: t('code'), width: 220, card: 'meta' }),
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
    [t, setUrl],
  );
  return (
    <RecordTable
      noun="positions"
      rows={query.data ?? []}
      columns={columns}
      {...fromQuery(query)}
      opened={opened}
      onOpen={onOpen}
      drawer={(position) => <PositionDrawer key={opened} position={position} onClose={() => onOpen(null)} />}
    />
  );
}
