import type { PgType } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import type { Field, FormSchema, SubTableField } from '@/forms/schema/schema';
import { fieldsOf } from '@/forms/schema/walk';

export type PhysicalColumn = { fieldId: string; fieldType: Field['type']; label: string; name: string; type: PgType };
export type PhysicalTable = { name: string; subTableId: string | null; label: string; columns: readonly PhysicalColumn[] };

/** The tables and columns that a form's schema wants: one table for the form, one for each sub-table; names from ids alone. */
export function physicalTables(code: string, schema: FormSchema): PhysicalTable[] {
  const fields = fieldsOf(schema);
  const subTables = fields.filter((field): field is SubTableField => field.type === 'subTable');
  const label = schema.title.zh || schema.title.en;
  return [
    { name: tableName(code, null), subTableId: null, label, columns: fields.flatMap(columnsOf) },
    ...subTables.map((table) => ({
      name: tableName(code, table.id),
      subTableId: table.id,
      label: `${label} · ${table.label.zh || table.label.en}`,
      columns: table.columns.flatMap(columnsOf),
    })),
  ];
}

export function tableName(code: string, subTableId: string | null): string {
  return subTableId === null ? `t_${code}` : `t_${code}_${subTableId}`;
}

const columns = new WeakMap<Field, readonly PhysicalColumn[]>();

export function columnsOf(field: Field): readonly PhysicalColumn[] {
  let known = columns.get(field);
  if (!known) columns.set(field, (known = physicalColumns(field)));
  return known;
}

// helpers //////////////////////

function physicalColumns(field: Field): PhysicalColumn[] {
  return configOf(field)
    .columns(field)
    .map(({ suffix, type }) => ({
      fieldId: field.id,
      fieldType: field.type,
      label: field.label.zh || field.label.en,
      name: `f_${field.id}${suffix}`,
      type,
    }));
}
