import { add, compare, div, isDecimalString, scaleOf } from '@/lib/decimal';
import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import { currencyScale } from '../fields/money/config';
import type { Row } from '../fields/sub-table/config';
import type { ScalarField, SubTableField } from '../schema/schema';

export type Total = SubTableField['totals'][number] & {
  column: ScalarField /** As a value of the column; a count is a number. */;
  value: Json;
};

/** What stands under a sub-table, exactly: blanks are not counted, and the average is rounded half up to the column's scale. */
export function totalsOf(table: SubTableField, rows: readonly Row[]): Total[] {
  return table.totals.flatMap((total) => {
    const column = table.columns.find((candidate) => candidate.id === total.columnId);
    return column ? [{ ...total, column, value: totalOf(total.kind, column, rows) }] : [];
  });
}

function totalOf(kind: Total['kind'], column: ScalarField, rows: readonly Row[]): Json {
  const cells = rows.map((row) => row[column.key] ?? null).filter((value) => !configOf(column).isEmpty(value));
  if (kind === 'count') return cells.length;
  const numbers = cells.map((value) => String(configOf(column).feelValue(column, value) as string | number)).filter(isDecimalString);
  const result = reduce(kind, numbers, scaleOfColumn(column));
  return result === null ? null : asValue(column, result);
}

function reduce(kind: Exclude<Total['kind'], 'count'>, numbers: readonly string[], scale: number): string | null {
  const [first, ...rest] = numbers;
  if (first === undefined) return kind === 'sum' ? '0' : null;
  if (kind === 'min') return rest.reduce((least, number) => (compare(number, least) < 0 ? number : least), first);
  if (kind === 'max') return rest.reduce((most, number) => (compare(number, most) > 0 ? number : most), first);
  const sum = rest.reduce(add, first);
  return kind === 'sum' ? sum : div(sum, String(numbers.length), Math.max(scale, ...numbers.map(scaleOf)));
}

function scaleOfColumn(column: ScalarField): number {
  if (column.type === 'number' || column.type === 'percentage') return column.scale;
  if (column.type === 'money') return currencyScale(column.currency);
  if (column.type === 'formula' && column.result.type === 'money') return currencyScale(column.result.currency);
  return column.type === 'formula' && column.result.type === 'number' ? column.result.scale : 2;
}

function asValue(column: ScalarField, number: string): Json {
  if (column.type === 'money') return { amount: number, currency: column.currency };
  if (column.type === 'formula' && column.result.type === 'money') return { amount: number, currency: column.result.currency };
  return number;
}
