import type { Field, FormSchema, ScalarField, SubTableField } from './schema';
import { fieldByKey } from './walk';

/** Where in a form something is: a field, a row of a sub-table (from 0), a cell of it. */
export type Place = { field: Field; row: number | null; column: ScalarField | null };

/** Reads the path of an issue: `金额`, `金额.amount`, `明细[2]`, `明细[2].数量`; null when the form has no such field. */
export function placeOf(schema: FormSchema, path: string): Place | null {
  const match = /^([^.[\]]+)(?:\[(\d+)\])?(?:\.([^.[\]]+))?/u.exec(path);
  const field = match?.[1] === undefined ? undefined : fieldByKey(schema, match[1]);
  if (!match || !field) return null;
  if (field.type !== 'subTable') return { field, row: null, column: null };
  return { field, row: match[2] === undefined ? null : Number(match[2]), column: columnByKey(field, match[3]) };
}

function columnByKey(table: SubTableField, key: string | undefined): ScalarField | null {
  return table.columns.find((column) => column.key === key) ?? null;
}
