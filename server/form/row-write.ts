import { configOf } from '@/forms/fields/registry';
import { rowsOf } from '@/forms/fields/sub-table/config';
import type { Field, SubTableField } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import { fieldsOf, subTablesOf } from '@/forms/schema/walk';
import { AppError } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { ident } from './ddl/ident';
import { columnsOf, tableName } from './ddl/physical';
import { uniqueIndexName } from './ddl/statements';
import type { PublishedForm } from './published';

/** A row of a request that came to nothing is void: its values in unique fields are free again. */
export type RowState = 'submitted' | 'void';
export type RowWrite = {
  rowId: string;
  instanceId: string;
  state: RowState;
  values: FormValues;
  serialNo: string;
  actorId: string | null;
  now: string;
};

const SYSTEM = [
  ['id', 'uuid'],
  ['form_version_id', 'uuid'],
  ['instance_id', 'uuid'],
  ['state', 'text'],
  ['serial_no', 'text'],
  ['created_by', 'uuid'],
  ['updated_by', 'uuid'],
  ['submitted_at', 'timestamptz'],
  ['updated_at', 'timestamptz'],
] as const;
/** Set when the row is made and never again. */
const FIRST_ONLY = new Set(['id', 'instance_id', 'created_by', 'submitted_at']);

const texts = new Map<string, string>();

/**
 * Data-modifying CTEs that put a form's row and its child rows where the guard lets them: rows are upserted by id, rows that
 * are gone are deleted. A child id that belongs to another request is left alone, which `rowsTakenCheck` notices. `param` holds rowWritePayload as jsonb.
 */
export function rowWriteCtes(form: PublishedForm, param: string, guard: string): string {
  const key = `${form.versionId} ${param} ${guard}`;
  const known = texts.get(key);
  if (known) return known;
  const text = [
    `${mainCte(form, param, guard)} ${ontoItself(form)}`,
    ...subTablesOf(form.schema).flatMap((table, index) => [
      goneCte(form, table, { param, guard, index }),
      `${childCte(form, table, { param, guard, index })} ${childOntoItself(table)}`,
    ]),
  ].join(',\n');
  texts.set(key, text);
  return text;
}

/** A condition under which `rowWriteCtes` left a row alone since it belongs to another request; null for a form that has no sub-tables. */
export function rowsTakenCheck(form: PublishedForm, param: string, guard: string): string | null {
  const left = subTablesOf(form.schema).map(
    (table, index) => `(select count(*) from form_rows_${index}) < jsonb_array_length((${param}::jsonb)->'children'->'${table.id}')`,
  );
  return left.length === 0 ? null : `exists (select from ${guard}) and (${left.join(' or ')})`;
}

/** The same for a row that is not there yet: nothing of it can be gone. A child id that another request has is refused (`takenRefusal`). */
export function rowInsertCtes(form: PublishedForm, param: string, guard: string): string {
  const children = subTablesOf(form.schema).map((table, index) => `${childCte(form, table, { param, guard, index })})`);
  return [`${mainCte(form, param, guard)})`, ...children].join(',\n');
}

/** A CTE that makes a form's row void when the step that ends its request changes no data. `param` holds its id as jsonb. */
export function rowVoidCte(form: PublishedForm, param: string, guard: string): string {
  return `form_row as (
update form_data.${ident(tableName(form.code, null))} set state = 'void' where id = ((${param}::jsonb)->>'rowId')::uuid and exists (select from ${guard}))`;
}

/**
 * The refusal behind a violated index of this form: of a unique field, when somebody else was faster by a moment; of the rows of a sub-table, when
 * they have been submitted before, as when a draft is open twice and sent from both.
 */
export function takenRefusal(form: PublishedForm, constraint: string): AppError | null {
  const field = fieldsOf(form.schema).find(({ id }) => uniqueIndexName(form.code, id) === constraint);
  if (field) return new AppError('FIELD_UNIQUE', { path: field.key, issues: [{ code: 'FIELD_UNIQUE', path: field.key }] });
  const table = subTablesOf(form.schema).find(({ id }) => `${tableName(form.code, id)}_pkey` === constraint);
  return table ? new AppError('ALREADY_DONE', { path: table.key }) : null;
}

export function rowWritePayload(form: PublishedForm, write: RowWrite): Json {
  const { values } = write;
  const children = Object.fromEntries(
    subTablesOf(form.schema).map((table) => [
      table.id,
      rowsOf(values[table.key]).map((row, index) => ({
        id: row._id ?? null,
        parent_id: write.rowId,
        row_no: index + 1,
        ...cells(table.columns, row),
      })),
    ]),
  );
  const row = {
    id: write.rowId,
    form_version_id: form.versionId,
    instance_id: write.instanceId,
    state: write.state,
    serial_no: write.serialNo,
    created_by: write.actorId,
    updated_by: write.actorId,
    submitted_at: write.now,
    updated_at: write.now,
    ...cells(fieldsOf(form.schema), values),
  };
  return { row, children };
}

// helpers //////////////////////

function cells(fields: readonly Field[], values: Readonly<Record<string, Json>>): Record<string, Json> {
  const row: Record<string, Json> = {};
  for (const field of fields) {
    const columns = columnsOf(field);
    if (columns.length === 0) continue;
    const stored = configOf(field).toCells(field, values[field.key] ?? null);
    for (const [index, column] of columns.entries()) row[column.name] = stored[index] ?? null;
  }
  return row;
}

function mainColumns(form: PublishedForm): { name: string; type: string }[] {
  return [...SYSTEM.map(([name, type]) => ({ name, type: type as string })), ...fieldsOf(form.schema).flatMap(columnsOf)];
}

/** Without its end. */
function mainCte(form: PublishedForm, param: string, guard: string): string {
  const columns = mainColumns(form);
  const names = columns.map(({ name }) => ident(name));
  return `form_row as (
insert into form_data.${ident(tableName(form.code, null))} as t (${names.join(', ')})
select r.* from jsonb_to_record((${param}::jsonb)->'row') as r(${columns.map(({ name, type }) => `${ident(name)} ${type}`).join(', ')})
where exists (select from ${guard})`;
}

/** The end of `mainCte` for a row that may be there. */
function ontoItself(form: PublishedForm): string {
  const updates = mainColumns(form).flatMap(({ name }) => (FIRST_ONLY.has(name) ? [] : [`${ident(name)} = excluded.${ident(name)}`]));
  return `on conflict (id) do update set ${updates.join(', ')}, rev = t.rev + 1 where t.instance_id = excluded.instance_id)`;
}

type ChildPlace = { param: string; guard: string; index: number };

function childTable(form: PublishedForm, table: SubTableField): string {
  return `form_data.${ident(tableName(form.code, table.id))}`;
}

function goneCte(form: PublishedForm, table: SubTableField, { param, guard, index }: ChildPlace): string {
  return `form_gone_${index} as (
delete from ${childTable(form, table)} c where c.parent_id = ((${param}::jsonb)->'row'->>'id')::uuid and exists (select from ${guard})
and not exists (select from jsonb_array_elements((${param}::jsonb)->'children'->'${table.id}') e where (e->>'id')::uuid = c.id))`;
}

function childColumns(table: SubTableField): { name: string; type: string }[] {
  return [
    { name: 'id', type: 'uuid' },
    { name: 'parent_id', type: 'uuid' },
    { name: 'row_no', type: 'integer' },
    ...table.columns.flatMap(columnsOf),
  ];
}

/** Without its end. */
function childCte(form: PublishedForm, table: SubTableField, { param, guard, index }: ChildPlace): string {
  const columns = childColumns(table);
  return `form_rows_${index} as (
insert into ${childTable(form, table)} as c (${columns.map((column) => ident(column.name)).join(', ')})
select r.* from jsonb_to_recordset((${param}::jsonb)->'children'->'${table.id}') as r(${columns.map((column) => `${ident(column.name)} ${column.type}`).join(', ')})
where exists (select from ${guard})`;
}

/** The end of `childCte` for rows that may be there. */
function childOntoItself(table: SubTableField): string {
  const updates = childColumns(table)
    .slice(2)
    .map(({ name }) => `${ident(name)} = excluded.${ident(name)}`);
  return `on conflict (id) do update set ${updates.join(', ')} where c.parent_id = excluded.parent_id returning c.id)`;
}
