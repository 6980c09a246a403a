'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import type { WorkGroupView } from '@/server/org/list-work-groups';
import { useLocal } from '../use-local';
import { useOrgUrl } from '../use-org-url';
import { RecordTools } from './record-tools';
import classes from './structure.module.css';
import { WorkGroupDrawer } from './work-group-drawer';

type Props = { opened: string | null; onOpen: (id: string | null) => void };

const SHOWN = 6;

/** Work groups with their members and days. */
export function WorkGroupsPanel({ opened, onOpen }: Props) {
  const t = useTranslations('org.workGroups');
  const c = useTranslations('common.empty');
  const locale = useLocale();
  const trpc = useTRPC();
  const local = useLocal();
  const reader = useReader();
  const [url] = useOrgUrl();
  const query = useInfiniteQuery({
    ...trpc.org.workGroups.infiniteQueryOptions(
      { withDisabled: url.withDisabled, limit: 50, ...(url.q ? { search: url.q } : {}) },
      cursorPages,
    ),
    placeholderData: keepPreviousData,
  });
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<WorkGroupView>[]>(() => {
    const day = (value: string) => formatDate(value, 'dayYear', reader);
    const days = ({ startsOn, endsOn }: WorkGroupView) => {
      if (startsOn && endsOn) return t('fromTo', { from: day(startsOn), to: day(endsOn) });
      return startsOn ? t('from', { from: day(startsOn) }) : endsOn ? t('to', { to: day(endsOn) }) : t('always');
    };
    return [
      {
        id: 'name',
        header: t('name'),
        width: 240,
        card: 'title',
        cell: (row) => (
          <span className={classes.name}>
            {local(row.name)}{' '}
            {row.disabled ? <Tag>{t('off')}</Tag> : row.phase === 'now' ? null : <Tag tone="ochre">{t(`phase.${row.phase}`)}</Tag>}
          </span>
        ),
      },
      {
        id: 'members',
        header: t('members'),
        card: 'meta',
        cell: (row) => (
          <span className={classes.lines}>
            {row.members.slice(0, SHOWN).map((member) => (
              <Tag key={member.id}>{personName(member, locale)}</Tag>
            ))}
            {row.members.length > SHOWN ? <span className={classes.zero}>{t('more', { count: row.members.length - SHOWN })}</span> : null}
            {row.members.length === 0 ? <span className={classes.zero}>{t('nobody')}</span> : null}
          </span>
        ),
      },
      { id: 'days', header: t('days'), width: 260, card: 'foot', cell: days },
    ];
  }, [t, local, locale, reader]);
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
      {opened === 'new' || open ? <WorkGroupDrawer key={opened} group={open} onClose={() => onOpen(null)} /> : null}
    </div>
  );
}
