import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Issue } from '@/lib/errors';
import { DEFAULT_TIME_ZONE } from '@/lib/expression/evaluate';
import type { Json } from '@/lib/json';
import { type AccessLevel, canWrite, editEverything, effectiveAccess } from '../access/access';
import { configOf } from '../fields/registry';
import { rowsOf } from '../fields/sub-table/config';
import { type FormState, computeForm, stateOf } from '../runtime/compute';
import type { Memo } from '../runtime/memo';
import { type CheckContext, checkFilled } from './check-filled';
import { own } from './same';
import type { Field, FormSchema } from './schema';
import type { FormValues } from './values';
import { byKeyOf, fieldsOf, isComputed } from './walk';

export type ValidateOptions = {
  /** Absent: everything may be edited. */
  access?: FieldAccess;
  now: Date | string;
  timeZone?: string;
  /** What is stored, or at the start what `initialValues` gave. */
  before?: FormValues;
  /** A draft: types and formats count, what is missing does not. */
  partial?: boolean;
  /** The values came out of `maskValues`: rules that read what is not shown are left to the server. */
  masked?: boolean;
  memo?: Memo;
};

export type Validated =
  | { ok: true; values: FormValues; warnings: readonly Issue[]; state: FormState }
  | { ok: false; issues: readonly Issue[]; warnings: readonly Issue[] };

/**
 * Checks the whole data of a form and answers it as it is to be stored: canonical, formulas computed, and what is not visible as it was before.
 * The same code runs in browser and server. Whether ids name somebody, and whether a unique value is free, only the server can say.
 */
export function validateValues(schema: FormSchema, values: FormValues, options: ValidateOptions): Validated {
  const before = options.before ?? {};
  const { fields: levels } = effectiveAccess(schema, options.access ?? editEverything);
  const read = readValues({ fields: fieldsOf(schema), levels, path: '' }, values, before);
  if (read.issues.length > 0) return { ok: false, issues: read.issues, warnings: [] };
  const env = {
    now: typeof options.now === 'string' ? options.now : options.now.toISOString(),
    timeZone: options.timeZone ?? DEFAULT_TIME_ZONE,
    ...(options.access && { access: options.access }),
    ...(options.before && { before: options.before }),
    ...(options.masked && { masked: true }),
    ...(options.memo && { memo: options.memo }),
  };
  const state = computeForm(schema, read.values, env);
  const context: CheckContext = { schema, state, env, issues: [], warnings: [] };
  if (!options.partial) checkFilled(context);
  if (context.issues.length > 0) return { ok: false, issues: context.issues, warnings: context.warnings };
  return { ok: true, values: withoutUnseen(fieldsOf(schema), state, state.values, before), warnings: context.warnings, state };
}

type Levels = Readonly<Record<string, AccessLevel>>;
type Row = Readonly<Record<string, Json>>;
/** The fields of the form, or the columns of a sub-table in one of its rows. */
type Scope = { fields: readonly Field[]; levels: Levels; path: string };
type Read = { values: Record<string, Json>; issues: Issue[] };

/**
 * Every value in its canonical shape; keys that the fields do not have are refused. What this person may not write was not written by
 * him or her: it is taken as it is stored (or as it was masked).
 */
function readValues(scope: Scope, values: Row, before: Row): Read {
  const byKey = byKeyOf(scope.fields);
  const read: Read = { values: {}, issues: [] };
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key);
    if (scope.path !== '' && key === '_id') read.values[key] = value;
    else if (!field) read.issues.push({ code: 'FIELD_UNKNOWN', path: scope.path + key.slice(0, 100) });
    else if (field.type === 'autoNumber') read.values[key] = own(before, key) ?? null;
    // A formula keeps what it was for readers who cannot compute it; everybody else computes it anew.
    else if (field.type === 'formula') read.values[key] = value;
    else if (field.type !== 'subTable' && !canWrite(scope.levels[field.id])) read.values[key] = value;
    else {
      const one = readValue(scope, field, value, own(before, key));
      read.issues.push(...one.issues);
      read.values[key] = one.value;
    }
  }
  return read;
}

function readValue(scope: Scope, field: Field, value: Json, before: Json | undefined): { value: Json; issues: Issue[] } {
  const path = scope.path + field.key;
  const checked = configOf(field).check(field, value, before);
  if (!checked.ok) {
    const { code, at = '', params } = checked.error;
    return { value: null, issues: [{ code, path: path + at, ...(params && { params }) }] };
  }
  if (field.type !== 'subTable') return { value: checked.value, issues: [] };
  const known = new Map(rowsOf(before).map((row) => [row._id, row]));
  const rows = rowsOf(checked.value).map((row, index) =>
    readValues({ fields: field.columns, levels: scope.levels, path: `${path}[${index}].` }, row, known.get(row._id) ?? {}),
  );
  return { value: rows.map((row) => row.values), issues: rows.flatMap((row) => row.issues) };
}

/** Values of fields that a condition hides stay what they were: what was typed before it hid them is not submitted. */
function withoutUnseen(fields: readonly Field[], state: FormState, values: Row, before: Row): Record<string, Json> {
  const rowId = typeof values._id === 'string' ? values._id : undefined;
  const submitted: Record<string, Json> = {};
  for (const field of fields) {
    const kept = () => own(before, field.key) ?? configOf(field).empty(field);
    if (!stateOf(state, field.id, rowId).shown) submitted[field.key] = isComputed(field) ? null : kept();
    else if (field.type !== 'subTable') submitted[field.key] = own(values, field.key) ?? configOf(field).empty(field);
    else {
      const known = new Map(rowsOf(kept()).map((row) => [row._id, row]));
      const rows = rowsOf(own(values, field.key));
      submitted[field.key] = rows.map((row) => ({
        _id: row._id,
        ...withoutUnseen(field.columns, state, row, known.get(row._id) ?? {}),
      }));
    }
  }
  return submitted;
}
