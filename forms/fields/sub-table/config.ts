import type { FeelType } from '@/lib/expression/types';
import type { Json } from '@/lib/json';
import { err, ok } from '@/lib/result';
import type { Field } from '../../schema/schema';
import type { FieldOf } from '../../schema/walk';
import type { FieldConfig } from '../config';
import { isUuid } from '../ids';

export const MAX_ROWS = 2000;

/** A row of a sub-table; one without an id of its own is none. */
export type Row = { _id: string; [key: string]: Json };

export function rowsOf(value: Json | undefined): Row[] {
  return Array.isArray(value)
    ? value.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row) && typeof row._id === 'string')
    : [];
}

/**
 * Rows with an id of their own, so that a row that moved is still the same row. The cells are checked by forms/schema/validate.ts.
 * `configOf` knows the types of the columns; it is handed in because the registry that has it lists this type too.
 */
export const subTableConfig = (configOf: (column: Field) => FieldConfig<Field>): FieldConfig<FieldOf<'subTable'>> => ({
  empty: () => [],
  isEmpty: (value) => value === null || (Array.isArray(value) && value.length === 0),
  check(field, value) {
    if (value === null) return ok([]);
    if (!Array.isArray(value)) return err({ code: 'FIELD_TYPE' });
    const max = field.maxRows ?? MAX_ROWS;
    if (value.length > max) return err({ code: 'FIELD_LIMIT', params: { kind: 'maxRows', max } });
    const seen = new Set<Json>();
    for (const [index, row] of value.entries()) {
      if (typeof row !== 'object' || row === null || Array.isArray(row)) return err({ code: 'FIELD_TYPE', at: `[${index}]` });
      const id = row._id;
      if (!isUuid(id) || seen.has(id)) return err({ code: 'FIELD_TYPE', at: `[${index}]._id` });
      seen.add(id);
    }
    return ok(value);
  },
  columns: () => [],
  toCells: () => [],
  fromCells: () => [],
  feelType: (field) => ({
    list: {
      context: Object.fromEntries(field.columns.map((column): [string, FeelType] => [column.key, configOf(column).feelType(column)])),
    },
  }),
  feelValue: (field, value) =>
    rowsOf(value).map((row) =>
      Object.fromEntries(
        field.columns.map((column): [string, Json] => [column.key, configOf(column).feelValue(column, row[column.key] ?? null)]),
      ),
    ),
  display: (_field, value, { locale }) => {
    const count = rowsOf(value).length;
    return count === 0 ? '' : locale === 'zh' ? `${count} 行` : `${count} ${count === 1 ? 'row' : 'rows'}`;
  },
  parse: () => err({ code: 'FIELD_TYPE' }),
  references: (field, value) =>
    rowsOf(value).flatMap((row) => field.columns.flatMap((column) => configOf(column).references?.(column, row[column.key] ?? null) ?? [])),
});
