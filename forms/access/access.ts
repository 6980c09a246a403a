import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Field, FormSchema, SubTableField } from '../schema/schema';
import { fieldsOf, isComputed } from '../schema/walk';

export type AccessLevel = FieldAccess['fields'][string];
export type RowRights = { add: boolean; remove: boolean; reorder: boolean };

/** What one activity lets a person see and change: the matrix with its defaults filled in. */
export type EffectiveAccess = {
  /** By id, of every field and every column. */
  fields: Readonly<Record<string, AccessLevel>>;
  /** By id, of every sub-table. */
  rows: Readonly<Record<string, RowRights>>;
};

export const editEverything: FieldAccess = { fields: {}, default: 'edit', rows: {} };

const allRows: RowRights = { add: true, remove: true, reorder: true };
const noRows: RowRights = { add: false, remove: false, reorder: false };

/**
 * A field that is not named has the default; what the server computes is never editable. A sub-table that is hidden or masked hides or masks
 * its columns; one that may only be read makes columns readable that are not named themselves.
 */
export function effectiveAccess(schema: FormSchema, access: FieldAccess): EffectiveAccess {
  let ofSchema = known.get(schema);
  if (!ofSchema) known.set(schema, (ofSchema = new WeakMap()));
  let effective = ofSchema.get(access);
  if (!effective) ofSchema.set(access, (effective = filledIn(schema, access)));
  return effective;
}

export function canWrite(level: AccessLevel | undefined): boolean {
  return level === 'edit' || level === 'required';
}

/** What a level gives before conditions take from it. */
export function levelAllows(level: AccessLevel | undefined): { visible: boolean; editable: boolean; required: boolean } {
  return { visible: level !== 'hidden' && level !== undefined, editable: canWrite(level), required: level === 'required' };
}

/** True when somebody with this access can change anything at all. */
export function canWriteAnything({ fields, rows }: EffectiveAccess): boolean {
  return Object.values(fields).some(canWrite) || Object.values(rows).some((rights) => rights.add || rights.remove || rights.reorder);
}

// helpers //////////////////////

/** Both are immutable, and every step asks several times. */
const known = new WeakMap<FormSchema, WeakMap<FieldAccess, EffectiveAccess>>();

function filledIn(schema: FormSchema, access: FieldAccess): EffectiveAccess {
  const fields: Record<string, AccessLevel> = {};
  const rows: Record<string, RowRights> = {};
  for (const field of fieldsOf(schema)) {
    const level = ownLevel(field, access);
    fields[field.id] = level;
    if (field.type !== 'subTable') continue;
    for (const column of field.columns) fields[column.id] = columnLevel(column, level, access);
    rows[field.id] = rowRights(field, level, access);
  }
  return { fields, rows };
}

function ownLevel(field: Field, access: FieldAccess): AccessLevel {
  const level = named(access.fields, field.id) ?? access.default;
  return isComputed(field) && canWrite(level) ? 'read' : level;
}

function columnLevel(column: Field, table: AccessLevel, access: FieldAccess): AccessLevel {
  const level = ownLevel(column, access);
  if (table === 'hidden' || level === 'hidden') return 'hidden';
  if (table === 'masked' || level === 'masked') return 'masked';
  return table === 'read' && named(access.fields, column.id) === undefined ? 'read' : level;
}

function rowRights(field: SubTableField, level: AccessLevel, access: FieldAccess): RowRights {
  if (level === 'hidden' || level === 'masked') return noRows;
  return named(access.rows, field.id) ?? (canWrite(level) ? allRows : noRows);
}

function named<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
