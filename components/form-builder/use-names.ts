'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { feelNames } from '@/forms/schema/feel';
import type { FeelType } from '@/lib/expression/types';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { allFields } from './state/locate';

export type NamedField = { name: string; label: string; type: FeelType };

/** What an expression of a field may name: the form's fields, and inside a sub-table the row's own columns first. */
export function useNames(subTableId: string | null): NamedField[] {
  const { schema } = useBuilder();
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  return useMemo(() => {
    const types = feelNames(schema);
    const fields = allFields(schema);
    const outer = fields.map((field) => ({
      name: field.key,
      label: localText(field.label, locale),
      type: types[field.key] ?? ('any' as const),
    }));
    const table = fields.find((field) => field.id === subTableId);
    if (table?.type !== 'subTable') return outer;
    const listType = types[table.key];
    const rowType =
      typeof listType === 'object' && 'list' in listType && typeof listType.list === 'object' && 'context' in listType.list
        ? listType.list.context
        : {};
    const columns = table.columns.map((column) => ({
      name: column.key,
      label: localText(column.label, locale),
      type: rowType[column.key] ?? ('any' as const),
    }));
    return [...columns, ...outer.filter((field) => !columns.some((column) => column.name === field.name))];
  }, [schema, subTableId, locale]);
}
