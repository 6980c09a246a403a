'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '@/components/ui/data-table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { useLocal } from '@/components/ui/use-local';
import { useOrgUrl } from '../use-org-url';
import { RecordTools } from './record-tools';
import classes from './structure.module.css';
import type { StructureNoun, StructureRecord } from './structure-record';

export type RecordPanelProps = {
  /** The id of the open record, or `new`. */
  opened: string | null;
  onOpen: (id: string | null) => void;
};

type Props<T extends StructureRecord> = RecordPanelProps &
  Pick<DataTableProps<T>, 'rows' | 'columns' | 'isLoading' | 'error' | 'onRetry' | 'hasMore' | 'isLoadingMore' | 'onLoadMore'> & {
    noun: StructureNoun;
    drawer: (record: T | null) => ReactNode;
  };

/** The records of one kind with their tools, and the drawer of the one that is open. */
export function RecordTable<T extends StructureRecord>({ noun, drawer, opened, onOpen, ...table }: Props<T>) {
  const t = useTranslations(`org.${noun}`);
  const c = useTranslations('common.empty');
  const local = useLocal();
  const [url] = useOrgUrl();
  const record = table.rows.find(({ id }) => id === opened) ?? null;
  return (
    <div className={classes.panel}>
      <RecordTools label={t('find')} />
      <DataTable
        {...table}
        label={t('label')}
        rowId={(row) => row.id}
        rowName={(row) => local(row.name)}
        onOpen={(row) => onOpen(row.id)}
        stickyTop={0}
        empty={<EmptyState title={url.q ? c('filteredTitle') : t('emptyTitle')}>{url.q ? c('filteredBody') : t('emptyBody')}</EmptyState>}
      />
      {opened === 'new' || record ? drawer(record) : null}
    </div>
  );
}
