import type { Json } from '@/lib/json';
import type { DataChange } from '../event';
import { parseDataPath } from './data-path';

type Row = { [key: string]: Json };

/** The values after these changes; untouched fields and rows are shared with the values before. */
export function patchData(values: Readonly<Record<string, Json>>, changes: readonly DataChange[]): Readonly<Record<string, Json>> {
  const result: Record<string, Json> = { ...values };
  for (const change of changes) {
    const path = parseDataPath(change.path);
    if (path.rowId === null) result[path.key] = change.after;
    else result[path.key] = patchRows(rowsOf(result[path.key]), path.rowId, path.column, change.after);
  }
  return result;
}

/** The rows of a sub-table's value; nothing is an empty table. */
export function rowsOf(value: Json | undefined): readonly Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => row !== null && typeof row === 'object' && !Array.isArray(row)) : [];
}

// helpers //////////////////////

function patchRows(rows: readonly Row[], rowId: string, column: string | null, after: Json): Json[] {
  if (column !== null) return rows.map((row) => (row._id === rowId ? { ...row, [column]: after } : row));
  if (after === null) return rows.filter((row) => row._id !== rowId);
  return [...rows, after];
}
