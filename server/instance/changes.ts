import { maskValues } from '@/forms/access/mask';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Json } from '@/lib/json';
import { parseDataPath } from '@/server/engine/core/data/data-path';
import type { DataChange } from '@/server/engine/core/event';

/** A change as a reader with this access may know it; null for a field that is hidden from the reader. */
export function maskChange(schema: FormSchema, access: FieldAccess, { path, before, after }: DataChange): DataChange | null {
  const { key, rowId, column } = parseDataPath(path);
  const shown = (value: Json): Json | undefined => {
    if (rowId === null) return at(maskValues(schema, access, { [key]: value }), key);
    const row = column === null ? value : { _id: rowId, [column]: value };
    const rows = at(maskValues(schema, access, { [key]: row === null ? [] : [row] }), key);
    if (!Array.isArray(rows)) return undefined;
    const [first] = rows;
    if (row === null) return null;
    if (first === null || typeof first !== 'object' || Array.isArray(first)) return undefined;
    return column === null ? first : at(first, column);
  };
  const [from, to] = [shown(before), shown(after)];
  return from === undefined || to === undefined ? null : { path, before: from, after: to };
}

function at(values: FormValues | { [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
