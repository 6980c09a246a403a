import type { Json } from '@/lib/json';
import type { DataChange } from '../event';
import { dataPath } from './data-path';
import { jsonEqual } from './json-equal';
import { rowsOf } from './patch-data';

type Values = Readonly<Record<string, Json>>;
type Row = { [key: string]: Json };

/** What a patch changes, in a form that patchData() turns back into the same values. */
export function diffData(before: Values, patch: Values): DataChange[] {
  return Object.entries(patch).flatMap(([key, after]) => diffField(key, before[key] ?? null, after));
}

// helpers //////////////////////

function diffField(key: string, before: Json, after: Json): DataChange[] {
  if (jsonEqual(before, after)) return [];
  if (!isTable(before) || !isTable(after)) return [{ path: key, before, after }];
  return diffRows(key, rowsOf(before), rowsOf(after)) ?? [{ path: key, before, after }];
}

function isTable(value: Json): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => row !== null && typeof row === 'object' && !Array.isArray(row) && typeof row._id === 'string')
  );
}

/** Row by row, as long as the rows that stay keep their order and new ones come last; otherwise undefined. */
function diffRows(key: string, before: readonly Row[], after: readonly Row[]): DataChange[] | undefined {
  const beforeById = new Map(before.map((row) => [idOf(row), row]));
  const afterIds = new Set(after.map(idOf));
  if (beforeById.size !== before.length || afterIds.size !== after.length) return undefined;
  const staying = before.map(idOf).filter((id) => afterIds.has(id));
  if (staying.some((id, index) => idOf(after[index]) !== id)) return undefined;
  const changes: DataChange[] = before
    .filter((row) => !afterIds.has(idOf(row)))
    .map((row) => ({ path: dataPath(key, idOf(row)), before: row, after: null }));
  for (const row of after) {
    const old = beforeById.get(idOf(row));
    if (old) changes.push(...diffRow(key, old, row));
    else changes.push({ path: dataPath(key, idOf(row)), before: null, after: row });
  }
  return changes;
}

function diffRow(key: string, before: Row, after: Row): DataChange[] {
  const id = idOf(before);
  // Nothing and null are the same in a row, so a column that disappears becomes null.
  return Object.keys({ ...before, ...after })
    .filter((column) => !jsonEqual(before[column] ?? null, after[column] ?? null))
    .map((column) => ({ path: dataPath(key, id, column), before: before[column] ?? null, after: after[column] ?? null }));
}

function idOf(row: Row | undefined): string {
  return typeof row?._id === 'string' ? row._id : '';
}
