'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import type { RoleView } from '@/server/org/list-roles';
import { useLocal } from '../use-local';
import { useOrgUrl } from '../use-org-url';
import { RecordTools } from './record-tools';
import { RoleDrawer } from './role-drawer';
import { useRoleLineText } from './role-line-text';
import classes from './structure.module.css';

type Props = { opened: string | null; onOpen: (id: string | null) => void };

const SHOWN = 4;

/** Roles with what they are made of. */
export function RolesPanel({ opened, onOpen }: Props) {
  const t = useTranslations('org.roles');
  const c = useTranslations('common.empty');
  const trpc = useTRPC();
  const local = useLocal();
  const lineText = useRoleLineText();
  const [url] = useOrgUrl();
  const query = useInfiniteQuery({
    ...trpc.org.roles.infiniteQueryOptions({ withDisabled: url.withDisabled, limit: 50, ...(url.q ? { search: url.q } : {}) }, cursorPages),
    placeholderData: keepPreviousData,
  });
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<RoleView>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: 220,
        card: 'title',
        cell: (row) => (
          <span className={classes.name}>
            {local(row.name)} {row.disabled ? <Tag>{t('off')}</Tag> : null}
          </span>
        ),
      },
      {
        id: 'lines',
        header: t('lines'),
        card: 'meta',
        cell: (row) => (
          <span className={classes.lines}>
            {row.lines.slice(0, SHOWN).map((line, index) => (
              <Tag key={index}>{lineText(line)}</Tag>
            ))}
            {row.lines.length > SHOWN ? <span className={classes.zero}>{t('more', { count: row.lines.length - SHOWN })}</span> : null}
            {row.lines.length === 0 ? <span className={classes.zero}>{t('nobody')}</span> : null}
          </span>
        ),
      },
      { id: 'code', header: t('code'), width: 200, card: 'none', cell: (row) => <code className={classes.code}>{row.code}</code> },
    ],
    [t, local, lineText],
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
      {opened === 'new' || open ? <RoleDrawer key={opened} role={open} onClose={() => onOpen(null)} /> : null}
    </div>
  );
}
