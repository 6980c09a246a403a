import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import { rowsOf } from '../fields/sub-table/config';
import { own } from '../schema/same';
import type { Field, FormSchema } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { fieldsOf } from '../schema/walk';
import { type EffectiveAccess, effectiveAccess } from './access';

const SHOWN = 4;
const STARS = '****';

/**
 * What may leave the server: fields hidden from this activity are not in it at all, masked ones show their last four characters at most.
 * Keys that the form does not have are dropped.
 */
export function maskValues(schema: FormSchema, access: FieldAccess, values: FormValues): FormValues {
  const effective = effectiveAccess(schema, access);
  return Object.fromEntries(visibleEntries(fieldsOf(schema), effective, values));
}

/** A value as somebody sees it who may know that it is there, but not what it is. Short ones show nothing. */
export function maskValue(field: Field, value: Json): Json {
  if (value === null || configOf(field).isEmpty(value)) return null;
  if (typeof value !== 'string' || (field.type !== 'text' && field.type !== 'autoNumber')) return STARS;
  const characters = [...value];
  return characters.length >= 2 * SHOWN ? STARS + characters.slice(-SHOWN).join('') : STARS;
}

function visibleEntries(fields: readonly Field[], access: EffectiveAccess, values: Readonly<Record<string, Json>>): [string, Json][] {
  const entries: [string, Json][] = [];
  for (const field of fields) {
    const level = access.fields[field.id] ?? 'hidden';
    const value = own(values, field.key);
    if (level === 'hidden' || value === undefined) continue;
    if (field.type === 'subTable')
      entries.push([
        field.key,
        rowsOf(value).map((row) => ({ _id: row._id, ...Object.fromEntries(visibleEntries(field.columns, access, row)) })),
      ]);
    else entries.push([field.key, level === 'masked' ? maskValue(field, value) : value]);
  }
  return entries;
}
