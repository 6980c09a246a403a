import type { Lookups } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { fieldByKey } from '@/forms/schema/walk';
import { type Json, type Locale, type LocalText, localText } from '@/lib/json';
import { parseDataPath } from '@/server/engine/core/data/data-path';
import type { DataChange } from '@/server/engine/core/event';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { referencesIn } from './lookups';

/** A change as a person reads it: names instead of ids, amounts with their sign; null where there was, or is, nothing. */
export type DescribedChange = { label: string; before: string | null; after: string | null };

type Place = { field: Field | undefined; label: LocalText };

export function describeChange(
  schema: FormSchema,
  { path, before, after }: DataChange,
  { locale, lookups }: { locale: Locale; lookups: Lookups },
): DescribedChange {
  const { field, label } = placeOf(schema, path);
  const text = (value: Json): string | null => (isNothing(value) ? null : textOf(field, value, { locale, lookups }));
  return { label: localText(label, locale), before: text(before), after: text(after) };
}

/** People, departments and files that changes name. */
export function referencesInChanges(schema: FormSchema, changes: readonly DataChange[]): ReturnType<typeof referencesIn> {
  return changes.flatMap(({ path, before, after }) => {
    const { field } = placeOf(schema, path);
    if (!field) return [];
    const rows = (value: Json): Json => (field.type === 'subTable' && !Array.isArray(value) && value !== null ? [value] : value);
    return [before, after].flatMap((value) => referencesIn([field], { [field.key]: rows(value) }));
  });
}

// helpers //////////////////////

function placeOf(schema: FormSchema, path: string): Place {
  const { key, column } = parseDataPath(path);
  const field = fieldByKey(schema, key);
  if (!field) return { field: undefined, label: { zh: path, en: path } };
  const inner = field.type === 'subTable' && column !== null ? field.columns.find((candidate) => candidate.key === column) : undefined;
  if (!inner) return { field, label: field.label };
  return { field: inner, label: { zh: `${field.label.zh} · ${inner.label.zh}`, en: `${field.label.en} · ${inner.label.en}` } };
}

function isNothing(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A whole row of a sub-table is what its columns say. */
function textOf(field: Field | undefined, value: Json, env: { locale: Locale; lookups: Lookups }): string {
  if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
  if (field.type === 'subTable') {
    const rows = Array.isArray(value) ? value : [value];
    return rows
      .map((row) =>
        field.columns
          .map((column) =>
            row !== null && typeof row === 'object' && !Array.isArray(row) ? textOrNothing(column, row[column.key] ?? null, env) : '',
          )
          .filter(Boolean)
          .join(' · '),
      )
      .join('; ');
  }
  return configOf(field).display(field, value, { ...env, timeZone: companyTimeZone() });
}

function textOrNothing(field: Field, value: Json, env: { locale: Locale; lookups: Lookups }): string {
  return isNothing(value) ? '' : textOf(field, value, env);
}
