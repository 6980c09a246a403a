import type { Issue } from '@/lib/errors';
import type { FormSchema } from '@/forms/schema/schema';
import { allFields } from '@/forms/schema/walk';
import { type PhysicalColumn, physicalTables } from './physical';

/** A column that has been made, whether it is in use or retired. */
export type RegisteredColumn = {
  fieldId: string;
  tableName: string;
  columnName: string;
  pgType: string;
  fieldType: string;
  retired: boolean;
};

/** What publishing will do to the tables, in order. Nothing is ever dropped, renamed or retyped. */
export type PlanStep =
  | { kind: 'createTable'; table: string; subTableId: string | null; label: string; columns: readonly PhysicalColumn[] }
  | { kind: 'addColumn'; table: string; subTableId: string | null; column: PhysicalColumn }
  | { kind: 'retireField'; table: string; fieldId: string; label: string; columns: readonly string[] }
  | { kind: 'restoreField'; table: string; fieldId: string; label: string; columns: readonly string[] }
  /** Only what is stored about the field changes: label, rules, options, order. */
  | { kind: 'metadata'; fieldId: string; label: string };

export type Plan = { ok: true; steps: readonly PlanStep[]; columnCount: number } | { ok: false; issues: readonly Issue[] };

/** Dropped columns count against Postgres's 1,600 for ever, and columns are never dropped: stop long before. */
export const MAX_COLUMNS = 1_200;

/** Compares a schema with what has been made for its form. Pure: shown to the author first, then carried out. */
export function planPublish(code: string, schema: FormSchema, previous: FormSchema | null, registered: readonly RegisteredColumn[]): Plan {
  const known = new Map(registered.map((column) => [`${column.tableName}.${column.columnName}`, column]));
  const madeTables = new Set(registered.map((column) => column.tableName));
  const tables = physicalTables(code, schema);
  const wanted = new Set<string>();
  const steps: PlanStep[] = [];
  const issues: Issue[] = [];
  const restored = new Map<string, Extract<PlanStep, { kind: 'restoreField' }>>();

  for (const table of tables) {
    const main = table.subTableId === null;
    // A table whose columns are all new may exist without any (a form of sub-tables only): previous tells.
    const exists =
      madeTables.has(table.name) || (previous !== null && (main || allFields(previous).some(({ field }) => field.id === table.subTableId)));
    if (!exists)
      steps.push({ kind: 'createTable', table: table.name, subTableId: table.subTableId, label: table.label, columns: table.columns });
    for (const column of table.columns) {
      const key = `${table.name}.${column.name}`;
      wanted.add(key);
      const made = known.get(key);
      if (!made) {
        if (exists) steps.push({ kind: 'addColumn', table: table.name, subTableId: table.subTableId, column });
      } else if (made.pgType !== column.type)
        issues.push({
          code: 'FORM_CHANGE_DESTRUCTIVE',
          path: column.fieldId,
          params: { field: column.label, from: made.pgType, to: column.type },
        });
      else if (made.retired) {
        const step = restored.get(column.fieldId) ?? {
          kind: 'restoreField',
          table: table.name,
          fieldId: column.fieldId,
          label: column.label,
          columns: [],
        };
        restored.set(column.fieldId, { ...step, columns: [...step.columns, column.name] });
      }
    }
  }
  steps.push(...restored.values(), ...retired(registered, wanted, previous), ...metadata(schema, previous, restored));
  const columnCount = Math.max(
    0,
    ...tables.map(
      (table) =>
        registered.filter((column) => column.tableName === table.name).length +
        steps.filter((step) => step.kind === 'addColumn' && step.table === table.name).length,
    ),
  );
  if (columnCount > MAX_COLUMNS) issues.push({ code: 'FORM_LIMIT', path: 'sections', params: { kind: 'columns', max: MAX_COLUMNS } });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, steps, columnCount };
}

// helpers //////////////////////

function retired(registered: readonly RegisteredColumn[], wanted: ReadonlySet<string>, previous: FormSchema | null): PlanStep[] {
  const steps = new Map<string, Extract<PlanStep, { kind: 'retireField' }>>();
  const labels = new Map(previous ? allFields(previous).map(({ field }) => [field.id, field.label.zh || field.label.en]) : []);
  for (const column of registered) {
    if (column.retired || wanted.has(`${column.tableName}.${column.columnName}`)) continue;
    const step = steps.get(column.fieldId) ?? {
      kind: 'retireField',
      table: column.tableName,
      fieldId: column.fieldId,
      label: labels.get(column.fieldId) ?? column.fieldId,
      columns: [],
    };
    steps.set(column.fieldId, { ...step, columns: [...step.columns, column.columnName] });
  }
  return [...steps.values()];
}

function metadata(schema: FormSchema, previous: FormSchema | null, restored: ReadonlyMap<string, unknown>): PlanStep[] {
  if (!previous) return [];
  const before = new Map(allFields(previous).map(({ field }) => [field.id, JSON.stringify(field)]));
  return allFields(schema)
    .filter(({ field }) => before.has(field.id) && !restored.has(field.id) && before.get(field.id) !== JSON.stringify(field))
    .map(({ field }) => ({ kind: 'metadata', fieldId: field.id, label: field.label.zh || field.label.en }));
}
