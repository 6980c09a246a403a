'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { Tag } from '@/components/ui/tag';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import type { WorkGroupView } from '@/server/org/list-work-groups';
import { RecordName } from './record-columns';
import { type RecordPanelProps, RecordTable } from './record-table';
import { ShortTags } from './short-tags';
import { WorkGroupDrawer } from './work-group-drawer';
import { useRecordFilter } from './use-record-filter';

/** Work groups with their members and days. */
export function WorkGroupsPanel({ opened, onOpen }: RecordPanelProps) {
  const t = useTranslations('org.workGroups');
  const locale = useLocale();
  const trpc = useTRPC();
  const reader = useReader();
  const query = useInfiniteQuery({
    ...trpc.org.workGroups.infiniteQueryOptions({ ...useRecordFilter(), limit: 50 }, cursorPages),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo<DataColumn<WorkGroupView>[]>(() => {
    const day = (value: string) => formatDate(value, 'dayYear', reader);
    const days = ({ startsOn, endsOn }: WorkGroupView) => {
      if (startsOn && endsOn) return t('fromTo', { from: day(startsOn), to: day(endsOn) });
      return startsOn ? t('from', { from: day(startsOn) }) : endsOn ? t('to', { to: day(endsOn) }) : t('always');
    };
    const phase = (row: WorkGroupView) => (row.phase === 'now' ? null : <Tag tone="ochre">{t(`phase.${row.phase}`)}</Tag>);
    return [
      {
        id: 'name',
        header: t('name'),
        width: 240,
        card: 'title',
        cell: (row) => <RecordName noun="workGroups" record={row} tag={phase(row)} />,
      },
      {
        id: 'members',
        header: t('members'),
        card: 'meta',
        cell: (row) => <ShortTags noun="workGroups" items={row.members.map((member) => personName(member, locale))} shown={6} />,
      },
      { id: 'days', header: t('days'), width: 260, card: 'foot', cell: days },
    ];
  }, [t, locale, reader]);
  return (
    <RecordTable
      noun="workGroups"
      rows={itemsOf(query)}
      columns={columns}
      {...fromQuery(query)}
      opened={opened}
      onOpen={onOpen}
      drawer={(group) => <WorkGroupDrawer key={opened} group={group} onClose={() => onOpen(null)} />}
    />
  );
}
