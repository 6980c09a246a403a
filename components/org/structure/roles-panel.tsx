'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import type { RoleView } from '@/server/org/list-roles';
import { codeColumn, RecordName } from './record-columns';
import { type RecordPanelProps, RecordTable } from './record-table';
import { RoleDrawer } from './role-drawer';
import { useRoleLineText } from './role-line-text';
import { ShortTags } from './short-tags';
import { useRecordFilter } from './use-record-filter';

/** Roles with what they are made of. */
export function RolesPanel({ opened, onOpen }: RecordPanelProps) {
  const t = useTranslations('org.roles');
  const trpc = useTRPC();
  const lineText = useRoleLineText();
  const query = useInfiniteQuery({
    ...trpc.org.roles.infiniteQueryOptions({ ...useRecordFilter(), limit: 50 }, cursorPages),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo<DataColumn<RoleView>[]>(
    () => [
      { id: 'name', header: t('name'), width: 220, card: 'title', cell: (row) => <RecordName noun="roles" record={row} /> },
      {
        id: 'lines',
        header: t('lines'),
        card: 'meta',
        cell: (row) => <ShortTags noun="roles" items={row.lines.map(lineText)} shown={4} />,
      },
      codeColumn({ header: t('code'), width: 200, card: 'none' }),
    ],
    [t, lineText],
  );
  return (
    <RecordTable
      noun="roles"
      rows={itemsOf(query)}
      columns={columns}
      {...fromQuery(query)}
      opened={opened}
      onOpen={onOpen}
      drawer={(role) => <RoleDrawer key={opened} role={role} onClose={() => onOpen(null)} />}
    />
  );
}
