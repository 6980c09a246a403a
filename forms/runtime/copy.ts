import { newId } from '@/lib/id';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Json } from '@/lib/json';
import { canWrite, type EffectiveAccess, effectiveAccess } from '../access/access';
import { configOf } from '../fields/registry';
import { type Row, rowsOf } from '../fields/sub-table/config';
import { kindred } from '../schema/kindred';
import type { Field, FormSchema, SubTableField } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { fieldsOf, isComputed } from '../schema/walk';

type From = { schema: FormSchema; values: FormValues };
type To = { schema: FormSchema; access: FieldAccess };

/**
 * What of a former request can begin a new one: values of fields that the form still has and that may be written now. Numbers that the
 * server gives, values that only one request may have, files and formulas stay behind, and so does what no longer fits its field.
 */
export function copyValues(from: From, to: To): Record<string, Json> {
  const access = effectiveAccess(to.schema, to.access);
  return Object.fromEntries(copied(fieldsOf(to.schema), { fields: fieldsOf(from.schema), values: from.values }, access));
}

// helpers //////////////////////

type Source = { fields: readonly Field[]; values: Readonly<Record<string, Json>> };

/** A field is the same by its id, whatever it is called meanwhile. */
function copied(fields: readonly Field[], { fields: old, values }: Source, access: EffectiveAccess): [string, Json][] {
  return fields.flatMap((field): [string, Json][] => {
    const before = old.find((candidate) => candidate.id === field.id);
    const value = before && values[before.key];
    if (!before || value === undefined || !kindred(before.type).includes(field.type) || !isCopied(field, access)) return [];
    const next = field.type === 'subTable' && before.type === 'subTable' ? rowsCopied(field, before, value, access) : fitting(field, value);
    return configOf(field).isEmpty(next) ? [] : [[field.key, next]];
  });
}

function isCopied(field: Field, { fields, rows }: EffectiveAccess): boolean {
  if (field.type === 'subTable') return rows[field.id]?.add === true;
  const isUnique = field.type === 'text' && field.unique === true;
  return canWrite(fields[field.id]) && !isComputed(field) && !isUnique && field.type !== 'file' && field.type !== 'image';
}

/** New rows with the same cells; one of which nothing is left does not come along. */
function rowsCopied(table: SubTableField, before: SubTableField, value: Json, access: EffectiveAccess): Json {
  return rowsOf(value)
    .map((row): Row => ({ _id: newId(), ...Object.fromEntries(copied(table.columns, { fields: before.columns, values: row }, access)) }))
    .filter((row) => Object.keys(row).length > 1)
    .slice(0, table.maxRows ?? undefined);
}

function fitting(field: Field, value: Json): Json {
  const checked = configOf(field).check(field, value, undefined);
  return checked.ok ? checked.value : null;
}
