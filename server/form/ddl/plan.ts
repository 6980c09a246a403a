import { kindred } from '@/forms/schema/kindred';
import type { FieldType, FormSchema } from '@/forms/schema/schema';
import { allFields, fieldsOf } from '@/forms/schema/walk';
import type { Issue } from '@/lib/errors';
import { type PhysicalColumn, type PhysicalTable, physicalTables, tableName } from './physical';

/** A column that has been made, whether it is in use or retired. */
export type RegisteredColumn = {
  fieldId: string;
  tableName: string;
  columnName: string;
  pgType: string;
  fieldType: string;
  retired: boolean;
};

/** What publishing will do to the tables, in order. No column is ever dropped, renamed or retyped. */
export type PlanStep =
  | { kind: 'createTable'; table: string; subTableId: string | null; label: string; columns: readonly PhysicalColumn[] }
  | { kind: 'addColumn'; table: string; subTableId: string | null; tableLabel: string; column: PhysicalColumn }
  | { kind: 'retireField'; table: string; fieldId: string; label: string; columns: readonly string[] }
  | { kind: 'restoreField'; table: string; fieldId: string; label: string; columns: readonly string[] }
  /** From now on (or no longer) no two requests may have the same value. */
  | { kind: 'unique'; table: string; fieldId: string; label: string; on: boolean }
  /** Only what is stored about the field changes: label, rules, options, order. */
  | { kind: 'metadata'; fieldId: string; label: string };

export type Plan = { ok: true; steps: readonly PlanStep[]; columnCount: number } | { ok: false; issues: readonly Issue[] };

/** Dropped columns count against Postgres's 1,600 for ever, and columns are never dropped: stop long before. */
export const MAX_COLUMNS = 1_200;

type Known = { code: string; schema: FormSchema; previous: FormSchema | null; registered: readonly RegisteredColumn[] };

/** Compares a schema with what has been made for its form. Pure: shown to the author first, then carried out. */
export function planPublish(code: string, schema: FormSchema, previous: FormSchema | null, registered: readonly RegisteredColumn[]): Plan {
  const known: Known = { code, schema, previous, registered };
  const tables = physicalTables(code, schema);
  const issues = changedTypes(tables, registered);
  const steps = [...newParts(tables, known), ...restored(tables, known), ...retired(tables, known), ...unique(known), ...metadata(known)];
  const columnCount = Math.max(
    0,
    ...tables.map(
      (table) =>
        new Set([
          ...registered.filter((column) => column.tableName === table.name).map((column) => column.columnName),
          ...table.columns.map((column) => column.name),
        ]).size,
    ),
  );
  if (columnCount > MAX_COLUMNS) issues.push({ code: 'FORM_LIMIT', path: 'sections', params: { reason: 'columns', max: MAX_COLUMNS } });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, steps, columnCount };
}

// helpers //////////////////////

const keyOf = (table: string, column: string): string => `${table}.${column}`;

function changedTypes(tables: readonly PhysicalTable[], registered: readonly RegisteredColumn[]): Issue[] {
  const made = new Map(registered.map((column) => [keyOf(column.tableName, column.columnName), column]));
  return tables.flatMap((table) =>
    table.columns.flatMap((column): Issue[] => {
      const before = made.get(keyOf(table.name, column.name));
      if (
        !before ||
        (before.pgType === column.type && (before.fieldType === column.fieldType || areKin(before.fieldType, column.fieldType)))
      )
        return [];
      return [
        {
          code: 'FORM_CHANGE_DESTRUCTIVE',
          path: column.fieldId,
          params: { field: column.label, from: before.fieldType, to: column.fieldType },
        },
      ];
    }),
  );
}

function areKin(a: string, b: FieldType): boolean {
  return kindred(b).some((type) => type === a);
}

/** New tables, and new columns of those that are there. */
function newParts(tables: readonly PhysicalTable[], { previous, registered }: Known): PlanStep[] {
  const known = new Set(registered.map((column) => keyOf(column.tableName, column.columnName)));
  const made = new Set(registered.map((column) => column.tableName));
  const before = new Set(previous ? allFields(previous).map(({ field }) => field.id) : []);
  return tables.flatMap((table): PlanStep[] => {
    // The form's own table may have no column of a field: a form of sub-tables only.
    const exists = made.has(table.name) || (previous !== null && (table.subTableId === null || before.has(table.subTableId)));
    if (!exists)
      return [{ kind: 'createTable', table: table.name, subTableId: table.subTableId, label: table.label, columns: table.columns }];
    return table.columns
      .filter((column) => !known.has(keyOf(table.name, column.name)))
      .map((column): PlanStep => ({ kind: 'addColumn', table: table.name, subTableId: table.subTableId, tableLabel: table.label, column }));
  });
}

/** Fields that were retired and are wanted again: their old values are still there. */
function restored(tables: readonly PhysicalTable[], { registered }: Known): PlanStep[] {
  const asleep = new Set(registered.filter((column) => column.retired).map((column) => keyOf(column.tableName, column.columnName)));
  return tables.flatMap((table) =>
    byField(table.columns.filter((column) => asleep.has(keyOf(table.name, column.name)))).map(
      ([fieldId, columns]): PlanStep => ({
        kind: 'restoreField',
        table: table.name,
        fieldId,
        label: columns[0]?.label ?? fieldId,
        columns: columns.map((column) => column.name),
      }),
    ),
  );
}

function retired(tables: readonly PhysicalTable[], { previous, registered }: Known): PlanStep[] {
  const wanted = new Set(tables.flatMap((table) => table.columns.map((column) => keyOf(table.name, column.name))));
  const labels = new Map(previous ? allFields(previous).map(({ field }) => [field.id, field.label.zh || field.label.en]) : []);
  const gone = registered.filter((column) => !column.retired && !wanted.has(keyOf(column.tableName, column.columnName)));
  return byField(gone).map(
    ([fieldId, columns]): PlanStep => ({
      kind: 'retireField',
      table: columns[0]?.tableName ?? '',
      fieldId,
      label: labels.get(fieldId) ?? fieldId,
      columns: columns.map((column) => column.columnName),
    }),
  );
}

function byField<T extends { fieldId: string }>(columns: readonly T[]): [string, T[]][] {
  const fields = new Map<string, T[]>();
  for (const column of columns) fields.set(column.fieldId, [...(fields.get(column.fieldId) ?? []), column]);
  return [...fields];
}

/** Fields of the form that have become unique, or no longer are; in a sub-table it holds within a request, which needs no index. */
function unique({ code, schema, previous }: Known): PlanStep[] {
  const before = uniqueIds(previous);
  const now = uniqueIds(schema);
  return fieldsOf(schema).flatMap((field): PlanStep[] =>
    before.has(field.id) === now.has(field.id)
      ? []
      : [
          {
            kind: 'unique',
            table: tableName(code, null),
            fieldId: field.id,
            label: field.label.zh || field.label.en,
            on: now.has(field.id),
          },
        ],
  );
}

function uniqueIds(schema: FormSchema | null): Set<string> {
  return new Set(schema ? fieldsOf(schema).flatMap((field) => (field.type === 'text' && field.unique ? [field.id] : [])) : []);
}

function metadata({ schema, previous, registered }: Known): PlanStep[] {
  if (!previous) return [];
  const asleep = new Set(registered.filter((column) => column.retired).map((column) => column.fieldId));
  const before = new Map(allFields(previous).map(({ field }) => [field.id, JSON.stringify(field)]));
  return allFields(schema)
    .filter(({ field }) => before.has(field.id) && !asleep.has(field.id) && before.get(field.id) !== JSON.stringify(field))
    .map(({ field }) => ({ kind: 'metadata', fieldId: field.id, label: field.label.zh || field.label.en }));
}
