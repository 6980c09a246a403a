'use client';

import { useMemo } from 'react';
import { placeOf } from '@/forms/schema/place';
import type { SubTableField } from '@/forms/schema/schema';
import type { Issue } from '@/lib/errors';
import { useForm, useFormStore } from '../form-context';
import type { RowIssue } from './grid-row';

const NONE: readonly RowIssue[] = [];

/** What is wrong in each row, by its position; and what is wrong with the table as a whole. */
export function useRowIssues(field: SubTableField): { ofRow(index: number): readonly RowIssue[]; ofTable: readonly Issue[] } {
  const { schema } = useFormStore();
  const issues = useForm((store) => store.shownIssues(field.key));
  return useMemo(() => {
    const rows = new Map<number, RowIssue[]>();
    const ofTable: Issue[] = [];
    for (const issue of issues) {
      const place = placeOf(schema, issue.path);
      if (!place || place.row === null) {
        ofTable.push(issue);
        continue;
      }
      const own = rows.get(place.row) ?? [];
      own.push({ columnKey: place.column?.key ?? null, issue });
      rows.set(place.row, own);
    }
    return { ofRow: (index) => rows.get(index) ?? NONE, ofTable };
  }, [issues, schema]);
}
