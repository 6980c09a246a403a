import type { z } from 'zod';
import { type ErrorCode, errorStatus } from '@/lib/errors';
import type { Locale } from '@/lib/json';
import type { Table } from '@/lib/spreadsheet/table';
import { type TransferKind, transferColumns } from '../transfer-columns';

/** What is wrong with one cell. `row` counts as a spreadsheet does: the head is 1. */
export type Problem = { row: number; column: string; code: ErrorCode; value: string; params?: Readonly<Record<string, string | number>> };

export type Cells = Readonly<Record<string, string>>;
export type ImportRow = { row: number; cells: Cells };

/** What an import would do, row by row; a row with a problem does nothing. */
export type ImportPlan<T> = {
  steps: readonly { row: number; action: 'create' | 'update' | 'same'; value: T }[];
  problems: readonly Problem[];
};

/** The rows by the keys of their columns. Columns are found by name in either language; what nobody knows is a problem of the head. */
export function rowsOf(
  kind: TransferKind,
  { columns, rows }: Table,
  locale: Locale,
): { rows: ImportRow[]; present: ReadonlySet<string>; problems: Problem[] } {
  const known = transferColumns[kind];
  const keyOf = (head: string) =>
    known.find(({ key, name }) => [key, name.zh, name.en].some((text) => text.toLowerCase() === head.replace(/\s*\*$/, '').toLowerCase()))
      ?.key;
  const keys = columns.map(keyOf);
  const at = (key: string) => keys.indexOf(key);
  const names = known.map(({ name }) => name[locale]).join(locale === 'zh' ? '、' : ', ');
  const problems = [
    ...columns
      .filter((_, n) => keys[n] === undefined)
      .map((head): Problem => ({ row: 1, column: head, code: 'FIELD_UNKNOWN', value: head, params: { kind: 'column', columns: names } })),
    ...columns
      .filter((_, n) => keys[n] !== undefined && keys.indexOf(keys[n]) !== n)
      .map((head): Problem => ({ row: 1, column: head, code: 'FIELD_UNIQUE', value: head })),
    ...known
      .filter(({ key, isRequired }) => isRequired && at(key) < 0)
      .map(({ key }): Problem => ({ row: 1, column: key, code: 'FIELD_REQUIRED', value: '' })),
  ];
  const present = new Set(keys.filter((key) => key !== undefined));
  const read = rows
    .map((row, n) => ({ row: n + 2, cells: Object.fromEntries([...present].map((key) => [key, (row[at(key)] ?? '').trim()])) }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
  return { rows: read, present, problems };
}

/** The findings of a schema as problems of a row. */
export function problemsOf({ row, cells }: ImportRow, error: z.core.$ZodError): Problem[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? '');
    const value = cells[column] ?? '';
    return { row, column, code: value === '' ? 'FIELD_REQUIRED' : codeOf(issue), value };
  });
}

/** A key that stands in several rows is a problem of every one but the first. */
export function repeated(rows: readonly ImportRow[], column: string): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, cells }) => {
    const value = cells[column] ?? '';
    const key = value.toLowerCase();
    if (value === '' || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ row, column, code: 'FIELD_UNIQUE' as const, value }];
  });
}

// helpers //////////////////////

function codeOf(issue: z.core.$ZodIssue): ErrorCode {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.code;
    return typeof code === 'string' && Object.hasOwn(errorStatus, code) ? (code as ErrorCode) : 'FIELD_RULE';
  }
  return issue.code === 'too_big' || issue.code === 'too_small' ? 'FIELD_LENGTH' : 'FIELD_FORMAT';
}
