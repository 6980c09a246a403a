import { rowsOf } from '@/forms/fields/sub-table/config';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import { subTablesOf } from '@/forms/schema/walk';
import { newId } from '@/lib/id';

/** The same values for another request: a row of a sub-table belongs to one request alone. */
export function withNewRows(schema: FormSchema, values: FormValues): FormValues {
  const tables = subTablesOf(schema).filter(({ key }) => Object.hasOwn(values, key));
  return { ...values, ...Object.fromEntries(tables.map(({ key }) => [key, rowsOf(values[key]).map((row) => ({ ...row, _id: newId() }))])) };
}
