import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import { wallClock } from '../fields/zoned';
import { feelNames, feelValues } from '../schema/feel';
import type { Field, FormSchema, SubTableField } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { fieldsOf, isComputed } from '../schema/walk';
import { type Clock, expressionOf } from './expression';

/** Who fills in, for defaults that name a person or a department. */
export type DefaultContext = Clock & {
  applicant: { id: string; name: string; departmentId: string | null; managerId: string | null } | null;
};

/** What a new request starts with. Expressions see the defaults of the fields before them. */
export function initialValues(schema: FormSchema, context: DefaultContext): FormValues {
  const values: Record<string, Json> = {};
  for (const field of fieldsOf(schema)) values[field.key] = initialValue({ schema, values, context }, field);
  return values;
}

/** The cells of a new row of a sub-table; computed columns come with the next computation. */
export function initialCells(table: SubTableField, given: Given): { [key: string]: Json } {
  return Object.fromEntries(table.columns.map((column) => [column.key, initialValue(given, column)]));
}

/** What a default may read: the form, its values so far, and who fills it in. */
type Given = { schema: FormSchema; values: FormValues; context: DefaultContext };

function initialValue(given: Given, field: Field): Json {
  const empty = configOf(field).empty(field);
  if (!field.default || isComputed(field)) return empty;
  const checked = configOf(field).check(field, defaultValue(given, field, field.default), undefined);
  return checked.ok ? checked.value : empty;
}

function defaultValue({ schema, values, context }: Given, field: Field, preset: NonNullable<Field['default']>): Json {
  switch (preset.kind) {
    case 'value':
      return preset.value;
    case 'context':
      return asList(field, contextValue(preset.name, context));
    case 'expression': {
      const result = expressionOf(preset.expression, feelNames(schema))?.run(feelValues(schema, values), context);
      return result?.ok ? fromFeel(field, result.value) : null;
    }
  }
}

function contextValue(
  name: Extract<NonNullable<Field['default']>, { kind: 'context' }>['name'],
  { applicant, now, timeZone }: DefaultContext,
): Json {
  switch (name) {
    case 'applicant':
      return applicant?.id ?? null;
    case 'applicantName':
      return applicant?.name ?? null;
    case 'applicantDepartment':
      return applicant?.departmentId ?? null;
    case 'applicantManager':
      return applicant?.managerId ?? null;
    case 'today':
      return wallClock(now, timeZone).date;
    case 'now':
      return now;
  }
}

/** Expressions know amounts, not money. */
export function fromFeel(field: Field, value: Json): Json {
  if (field.type === 'money') return typeof value === 'string' ? { amount: value, currency: field.currency } : value;
  return asList(field, value);
}

function asList(field: Field, value: Json): Json {
  return (field.type === 'user' || field.type === 'department') && field.multiple && typeof value === 'string' ? [value] : value;
}
