import type { FieldAccess } from '@/lib/bpmn/settings';
import type { ErrorCode, Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import { rowsOf } from '../fields/sub-table/config';
import { own, sameJson } from '../schema/same';
import type { Field, FormSchema, ScalarField, SubTableField } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { byKeyOf, fieldsOf, isComputed } from '../schema/walk';
import { type EffectiveAccess, canWrite, effectiveAccess } from './access';
import { maskValue } from './mask';

type Row = Readonly<Record<string, Json>>;

/**
 * Refuses what a patch may not touch: keys that the form does not have (FIELD_UNKNOWN), fields, columns and row operations outside of the
 * matrix (FIELD_READONLY). A value that is sent back as it was shown is no write; about hidden ones not even that is said. Computed fields
 * are not taken from input, so they are passed over.
 */
export function checkWrite(schema: FormSchema, access: FieldAccess, before: FormValues, patch: FormValues): Issue[] {
  const effective = effectiveAccess(schema, access);
  const byKey = byKeyOf(fieldsOf(schema));
  const issues: Issue[] = [];
  for (const [key, value] of Object.entries(patch)) {
    const field = byKey.get(key);
    if (!field) issues.push(refused('FIELD_UNKNOWN', key.slice(0, 100)));
    else if (field.type === 'subTable') issues.push(...checkTable(field, effective, rowsOf(own(before, key)), value));
    else if (!mayPass(field, effective, own(before, key), value)) issues.push(refused('FIELD_READONLY', key));
  }
  return issues;
}

/** The values after a patch that `checkWrite` found fit: everything that it may not write stays as it was, also inside of rows. */
export function applyPatch(schema: FormSchema, access: FieldAccess, before: FormValues, patch: FormValues): FormValues {
  const effective = effectiveAccess(schema, access);
  const fields = fieldsOf(schema);
  const next: Record<string, Json> = {};
  for (const { key } of fields) {
    const stored = own(before, key);
    if (stored !== undefined) next[key] = stored;
  }
  for (const field of fields) {
    const value = own(patch, field.key);
    if (value === undefined || isComputed(field)) continue;
    if (field.type === 'subTable') next[field.key] = mergeRows(field, effective, rowsOf(own(before, field.key)), value);
    else if (canWrite(effective.fields[field.id])) next[field.key] = value;
  }
  return next;
}

/** What somebody with this access can send at all: no computed, read-only, masked or hidden value, no key that the form does not have. */
export function strip(schema: FormSchema, access: FieldAccess, values: FormValues): FormValues {
  const effective = effectiveAccess(schema, access);
  const entries: [string, Json][] = [];
  for (const field of fieldsOf(schema)) {
    const value = own(values, field.key);
    if (value === undefined || isComputed(field)) continue;
    if (field.type !== 'subTable') {
      if (canWrite(effective.fields[field.id])) entries.push([field.key, value]);
    } else if (isTouchable(field, effective)) {
      entries.push([field.key, rowsOf(value).map((row) => ({ _id: row._id, ...writableCells(field, effective, row) }))]);
    }
  }
  return Object.fromEntries(entries);
}

// helpers //////////////////////

const refused = (code: ErrorCode, path: string): Issue => ({ code, path });

function mayPass(field: Field, access: EffectiveAccess, before: Json | undefined, value: Json): boolean {
  const level = access.fields[field.id];
  if (isComputed(field) || canWrite(level)) return true;
  if (level === 'masked') return sameJson(value, maskValue(field, before ?? null));
  return level === 'read' && sameJson(value, before);
}

function checkTable(field: SubTableField, access: EffectiveAccess, before: readonly Row[], value: Json): Issue[] {
  const level = access.fields[field.id];
  if (level === 'hidden' || level === undefined) return [refused('FIELD_READONLY', field.key)];
  // What is no list of rows is refused by its type.
  const checked = configOf(field).check(field, value, undefined);
  if (!checked.ok)
    return [
      {
        code: checked.error.code,
        path: field.key + (checked.error.at ?? ''),
        ...(checked.error.params && { params: checked.error.params }),
      },
    ];
  const rows = rowsOf(checked.value);
  const known = new Map(before.map((row) => [row._id, row]));
  return [
    ...checkRowOperations(field, access, before, rows),
    ...rows.flatMap((row, index) => checkCells({ field, access }, known.get(row._id), row, `${field.key}[${index}]`)),
  ];
}

function checkRowOperations(field: SubTableField, access: EffectiveAccess, before: readonly Row[], rows: readonly Row[]): Issue[] {
  const rights = access.rows[field.id] ?? { add: false, remove: false, reorder: false };
  const known = new Set(before.map((row) => row._id));
  const sent = new Set(rows.map((row) => row._id));
  const issues: Issue[] = [];
  const added = rows.findIndex((row) => !known.has(row._id));
  if (added >= 0 && !rights.add) issues.push(refused('FIELD_READONLY', `${field.key}[${added}]`));
  if (!rights.remove && before.some((row) => !sent.has(row._id))) issues.push(refused('FIELD_READONLY', field.key));
  const stayed = before.filter((row) => sent.has(row._id)).map((row) => row._id);
  const order = rows.filter((row) => known.has(row._id)).map((row) => row._id);
  if (!rights.reorder && stayed.some((id, index) => id !== order[index])) issues.push(refused('FIELD_READONLY', field.key));
  return issues;
}

type TableAccess = { field: SubTableField; access: EffectiveAccess };

function checkCells({ field, access }: TableAccess, before: Row | undefined, row: Row, path: string): Issue[] {
  const byKey = byKeyOf(field.columns);
  return Object.entries(row).flatMap(([key, value]): Issue[] => {
    if (key === '_id') return [];
    const column = byKey.get(key);
    if (!column) return [refused('FIELD_UNKNOWN', `${path}.${key.slice(0, 100)}`)];
    const allowed = before ? mayPass(column, access, own(before, key), value) : mayPass(column, access, presetOf(column), value);
    return allowed ? [] : [refused('FIELD_READONLY', `${path}.${key}`)];
  });
}

/** What stands in a column of a new row before anybody writes into it. */
function presetOf(column: ScalarField): Json {
  return column.default?.kind === 'value' ? column.default.value : configOf(column).empty(column);
}

function mergeRows(field: SubTableField, access: EffectiveAccess, before: readonly Row[], value: Json): Json {
  if (value === null) return [];
  if (!Array.isArray(value)) return value;
  const known = new Map(before.map((row) => [row._id, row]));
  return value.map((row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
    const start = known.get(row._id ?? null) ?? Object.fromEntries(field.columns.map((column) => [column.key, presetOf(column)]));
    return { ...start, _id: row._id ?? null, ...writableCells(field, access, row) };
  });
}

function writableCells(field: SubTableField, access: EffectiveAccess, row: Row): Row {
  const cells: [string, Json][] = [];
  for (const column of field.columns) {
    const value = own(row, column.key);
    if (value !== undefined && !isComputed(column) && canWrite(access.fields[column.id])) cells.push([column.key, value]);
  }
  return Object.fromEntries(cells);
}

function isTouchable(field: SubTableField, access: EffectiveAccess): boolean {
  const rights = access.rows[field.id];
  const anyRow = rights !== undefined && (rights.add || rights.remove || rights.reorder);
  return access.fields[field.id] !== 'hidden' && (anyRow || field.columns.some((column) => canWrite(access.fields[column.id])));
}
