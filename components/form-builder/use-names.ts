'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { ExpressionName } from '@/components/expression/expression-editor';
import { fieldNames } from '@/components/expression/field-names';
import { useBuilder } from './builder-context';
import { allFields } from './state/locate';

/** What an expression of a field may name: the form's fields, and inside a sub-table the row's own columns first. */
export function useNames(subTableId: string | null): ExpressionName[] {
  const { schema } = useBuilder();
  const locale = useLocale();
  return useMemo(() => {
    const fields = allFields(schema);
    const outer = fieldNames(fields, locale);
    const table = fields.find((field) => field.id === subTableId);
    if (table?.type !== 'subTable') return outer;
    const columns = fieldNames(table.columns, locale);
    return [...columns, ...outer.filter((field) => !columns.some((column) => column.name === field.name))];
  }, [schema, subTableId, locale]);
}
