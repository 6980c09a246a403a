'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { Tag } from '@/components/ui/tag';
import { useLocal } from '@/components/ui/use-local';
import classes from './structure.module.css';
import type { StructureNoun, StructureRecord } from './structure-record';

/** The name of a record, with a tag when it is out of use. */
export function RecordName({ noun, record, tag }: { noun: StructureNoun; record: StructureRecord; tag?: ReactNode }) {
  const t = useTranslations(`org.${noun}`);
  const local = useLocal();
  return (
    <span className={classes.name}>
      {local(record.name)} {record.disabled ? <Tag>{t('off')}</Tag> : tag}
    </span>
  );
}

/** The code of a record. */
export function codeColumn<T extends { code: string }>(column: Omit<DataColumn<T>, 'id' | 'cell'>): DataColumn<T> {
  return { id: 'code', ...column, cell: (row) => <code className={classes.code}>{row.code}</code> };
}
