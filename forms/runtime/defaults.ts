import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import { feelNames, feelValues } from '../schema/feel';
import type { Field, FormSchema, SubTableField } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { fieldsOf, isComputed } from '../schema/walk';
import { type Clock, expressionOf } from './expression';
import { wallClock } from '../fields/zoned';

/** Who fills in, for defaults that name a person or a department. */
export type DefaultContext = Clock & { applicant: { id: string; name: string; departmentId: string | null; managerId: string | null } | null };

/** What a new request starts with. Expressions see the defaults of the fields before them. */
export function initialValues(schema: FormSchema, context: DefaultContext): FormValues {
  const values: Record<string, Json> = {};
  for (const field of fieldsOf(schema)) values[field.key] = initialValue(schema, field, values, context);
  return values;
}

/** A new row of a sub-table; computed columns come with the next computation. */
export function initialRow(schema: FormSchema, table: SubTableField, id: string, values: FormValues, context: DefaultContext): { _id: string; [key: string]: Json } {
  return { _id: id, ...Object.fromEntries(table.columns.map((column) => [column.key, initialValue(schema, column, values, context)])) };
}

function initialValue(schema: FormSchema, field: Field, values: FormValues, context: DefaultContext): Json {
  const empty = configOf(field).empty(field);
  if (!field.default || isComputed(field)) return empty;
  const checked = configOf(field).check(field, defaultValue(schema, field, field.default, values, context), undefined);
  return checked.ok ? checked.value : empty;
}

function defaultValue(schema: FormSchema, field: Field, preset: NonNullable<Field['default']>, values: FormValues, context: DefaultContext): Json {
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

function contextValue(name: Extract<NonNullable<Field['default']>, { kind: 'context' }>['name'], { applicant, now, timeZone }: DefaultContext): Json {
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
