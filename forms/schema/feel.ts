import type { NameSchema } from '@/lib/expression/types';
import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import type { Field, FormSchema } from './schema';
import type { FormValues } from './values';
import { fieldsOf } from './walk';

/** The names that expressions of this form may use, with their types. */
export function feelNames(schema: FormSchema): NameSchema {
  return namesOf(fieldsOf(schema));
}

/** The form's values as expressions see them: money is its amount, an empty list is a list. */
export function feelValues(schema: FormSchema, values: FormValues): Record<string, Json> {
  return valuesOf(fieldsOf(schema), values);
}

export function namesOf(fields: readonly Field[]): NameSchema {
  return Object.fromEntries(fields.map((field) => [field.key, configOf(field).feelType(field)]));
}

export function valuesOf(fields: readonly Field[], values: FormValues): Record<string, Json> {
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      configOf(field).feelValue(field, Object.hasOwn(values, field.key) ? (values[field.key] ?? null) : null),
    ]),
  );
}
