import type { FormSchema } from '@/forms/schema/schema';
import { alias, ident, literal } from './ident';
import { type PhysicalTable, physicalTables, tableName } from './physical';
import type { PlanStep } from './plan';

const table = (name: string): string => `form_data.${ident(name)}`;
const view = (name: string): string => `form_view.${ident(name)}`;

/** Columns that every form table has beside its fields. */
const MAIN = `id uuid primary key, form_version_id uuid not null, instance_id uuid, rev integer not null default 1, state text not null default 'submitted', serial_no text,
  created_by uuid, created_at timestamptz not null default now(), updated_by uuid, updated_at timestamptz not null default now(), submitted_at timestamptz, deleted_at timestamptz`;

/** The statements of a plan: made of generated names and a closed list of types; what people wrote only stands in comments, as literals. */
export function ddlStatements(code: string, steps: readonly PlanStep[]): string[] {
  const statements: string[] = [];
  const added = new Map<string, string[]>();
  const uniques: string[] = [];
  for (const step of steps) {
    if (step.kind === 'createTable') statements.push(...createTable(code, step));
    if (step.kind === 'unique') {
      const index = ident(uniqueIndexName(code, step.fieldId));
      const column = ident(`f_${step.fieldId}`);
      uniques.push(
        step.on
          ? `create unique index if not exists ${index} on ${table(step.table)} (normalize(${column}, nfc)) where deleted_at is null and state <> 'void'`
          : `drop index if exists form_data.${index}`,
      );
    }
    if (step.kind === 'addColumn') {
      added.set(step.table, [...(added.get(step.table) ?? []), `add column ${ident(step.column.name)} ${step.column.type}`]);
      statements.push(`comment on column ${table(step.table)}.${ident(step.column.name)} is ${literal(step.column.label)}`);
    }
  }
  // One ALTER for each table: 30 columns in one took 12 ms; comments follow their columns.
  const alters = [...added].map(([name, clauses]) => `alter table ${table(name)} ${clauses.join(', ')}`);
  const creates = statements.filter((text) => !text.startsWith('comment'));
  const comments = statements.filter((text) => text.startsWith('comment'));
  return [...creates, ...alters, ...comments, ...uniques];
}

/** The index behind a unique field (forms that were copied have the same field ids): compared in composed form, and released by requests that came to nothing (`void`). */
export function uniqueIndexName(code: string, fieldId: string): string {
  return `ux_${code}_${fieldId}`;
}

/** The typed contract of one version, and the reporting view of the latest one under the labels people know. */
export function viewStatements(code: string, no: number, schema: FormSchema): string[] {
  return physicalTables(code, schema).flatMap((physical) => {
    const suffix = physical.subTableId === null ? '' : `_${physical.subTableId}`;
    const system =
      physical.subTableId === null
        ? ['id', 'instance_id', 'serial_no', 'rev', 'state', 'created_by', 'created_at', 'updated_at', 'submitted_at']
        : ['id', 'parent_id', 'row_no'];
    const columns = physical.columns.map((column) => ident(column.name));
    const report = `v_${code}${suffix}`;
    return [
      `create view ${view(`v${no}_${code}${suffix}`)} as select ${[...system, ...columns].join(', ')} from ${table(physical.name)}${physical.subTableId === null ? ' where deleted_at is null' : ''}`,
      `drop view if exists ${view(report)}`,
      `create view ${view(report)} as select ${[...system, ...aliased(physical, system)].join(', ')} from ${table(physical.name)}${physical.subTableId === null ? ' where deleted_at is null' : ''}`,
    ];
  });
}

// helpers //////////////////////

function createTable(code: string, step: Extract<PlanStep, { kind: 'createTable' }>): string[] {
  const columns = step.columns.map((column) => `${ident(column.name)} ${column.type}`);
  const own =
    step.subTableId === null
      ? [MAIN]
      : [
          `id uuid primary key, parent_id uuid not null references ${table(tableName(code, null))} (id) on delete cascade, row_no integer not null, unique (parent_id, row_no) deferrable initially deferred`,
        ];
  return [
    `create table ${table(step.table)} (${[...own, ...columns].join(', ')})`,
    ...(step.subTableId === null
      ? [`create unique index ${ident(`ix_${code}_instance`)} on ${table(step.table)} (instance_id) where instance_id is not null`]
      : []),
    `comment on table ${table(step.table)} is ${literal(step.label)}`,
    ...step.columns.map((column) => `comment on column ${table(step.table)}.${ident(column.name)} is ${literal(column.label)}`),
  ];
}

/** What a second column of a field holds, behind the field's label. */
const PARTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  _cur: ['_币种', '_currency'],
  _s: ['_开始', '_start'],
  _e: ['_结束', '_end'],
};

function aliased(physical: PhysicalTable, system: readonly string[]): string[] {
  const taken = new Set<string>(system);
  return physical.columns.map((column) => {
    const [zh, en] = PARTS[column.name.slice(`f_${column.fieldId}`.length)] ?? ['', ''];
    const label = column.label + (/\p{Script=Han}/u.test(column.label) ? zh : en);
    return `${ident(column.name)} as ${alias(label, column.name, taken)}`;
  });
}
