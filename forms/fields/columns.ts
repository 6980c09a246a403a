import type { Json } from '@/lib/json';
import type { Field } from '../schema/schema';
import type { FieldConfig, PgType } from './config';

type OneColumn = Pick<FieldConfig<Field>, 'columns' | 'toCells' | 'fromCells'>;

/** A field whose value is stored in one column as it is. */
export function oneColumn(type: PgType): OneColumn {
  return { columns: () => [{ suffix: '', type }], toCells: (_field, value) => [value], fromCells: (_field, cells) => cells[0] ?? null };
}

export const isNull = (value: Json): boolean => value === null;
export const emptyNull = (): Json => null;
