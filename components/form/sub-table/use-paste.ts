'use client';

import { useCallback, useState } from 'react';
import { useReader } from '@/components/ui/use-reader';
import type { Row } from '@/forms/fields/sub-table/config';
import { type PastedCell, readPaste } from '@/forms/runtime/paste';
import { parseTsv } from '@/forms/runtime/tsv';
import { isComputed } from '@/forms/schema/walk';
import type { Json } from '@/lib/json';
import { useLookups } from '../lookups-context';
import type { TableModel } from './use-table';

export type PasteProblem = { row: number; cell: Extract<PastedCell, { ok: false }> };
export type PasteReport = {
  added: number;
  problems: readonly PasteProblem[];
  /** Rows for which there was no room. */
  left: number;
  /** Cells that have no column here. */
  surplus: number;
};

/** Puts what a spreadsheet copied into the table: over the rows from a place on, then as new rows. Cells that cannot be read stay empty and are reported. */
export function usePaste(table: TableModel) {
  const { locale, timeZone } = useReader();
  const lookups = useLookups();
  const [report, setReport] = useState<PasteReport | null>(null);

  const read = useCallback(
    (text: string, first: number) => readPaste(parseTsv(text), table.columns, first, { locale, timeZone, lookups }),
    [table.columns, locale, timeZone, lookups],
  );

  const paste = (text: string, at: { row: number; col: number }): PasteReport => {
    const { rows, surplus } = read(text, at.col);
    const changes = new Map<string, Readonly<Record<string, Json>>>();
    const fresh: Row[] = [];
    const problems: PasteProblem[] = [];
    const room = table.rights.add ? table.maxRows : table.rows.length;
    const fitting = rows.slice(0, Math.max(0, room - at.row));
    for (const [offset, cells] of fitting.entries()) {
      const index = at.row + offset;
      const existing = table.rows[index];
      const target = existing ?? table.newRow();
      const writable = cells.filter(({ column }) => !isComputed(column) && (existing ? table.isEditable(column, existing) : true));
      problems.push(...writable.flatMap((cell) => (cell.ok ? [] : [{ row: index + 1, cell }])));
      const patch = Object.fromEntries(writable.map((cell): [string, Json] => [cell.column.key, cell.ok ? cell.value : null]));
      if (existing) changes.set(existing._id, patch);
      else fresh.push({ ...target, ...patch, _id: target._id });
    }
    // One change, so that the form is computed once.
    table.rowStore.replace([
      ...table.rows.map((row) => (changes.has(row._id) ? { ...row, ...changes.get(row._id), _id: row._id } : row)),
      ...fresh,
    ]);
    const done: PasteReport = { added: fresh.length, problems, left: rows.length - fitting.length, surplus };
    setReport(done.problems.length > 0 || done.left > 0 || surplus > 0 ? done : null);
    return done;
  };

  return { read, paste, report, dismiss: () => setReport(null) };
}
