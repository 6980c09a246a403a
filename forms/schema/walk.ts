import type { Field, FieldType, FormNode, FormSchema, ScalarField, SubTableField } from './schema';

/** Schemas are never changed in place. */
const fields = new WeakMap<FormSchema, readonly Field[]>();

/** The fields of one type. */
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;

export function isField(node: FormNode): node is Field {
  return node.type !== 'divider' && node.type !== 'description';
}

/** Fields that the server alone writes; they are never taken from input. */
export function isComputed(field: Field): boolean {
  return field.type === 'formula' || field.type === 'autoNumber';
}

/** The fields of a form in drawing order; columns stay inside their sub-tables. */
export function fieldsOf(schema: FormSchema): readonly Field[] {
  const known = fields.get(schema);
  if (known) return known;
  const list = schema.sections.flatMap((section) => section.children.filter(isField));
  fields.set(schema, list);
  return list;
}

const keyed = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** The fields of a form, or the columns of a sub-table, by their keys: every step looks at them several times for each row. */
export function byKeyOf<F extends Field>(list: readonly F[]): ReadonlyMap<string, F> {
  const known = keyed.get(list);
  if (known) return known as ReadonlyMap<string, F>;
  const map = new Map(list.map((field) => [field.key, field]));
  keyed.set(list, map);
  return map;
}

export function subTablesOf(schema: FormSchema): SubTableField[] {
  return fieldsOf(schema).filter((field) => field.type === 'subTable');
}

type Placed = { field: Field; parent: SubTableField | null };
const placed = new WeakMap<FormSchema, readonly Placed[]>();

/** Every field and every column, with the sub-table a column lives in. */
export function allFields(schema: FormSchema): readonly Placed[] {
  const known = placed.get(schema);
  if (known) return known;
  const list = fieldsOf(schema).flatMap((field): Placed[] => [
    { field, parent: null },
    ...(field.type === 'subTable' ? field.columns.map((column: ScalarField) => ({ field: column, parent: field })) : []),
  ]);
  placed.set(schema, list);
  return list;
}

export function fieldByKey(schema: FormSchema, key: string): Field | undefined {
  return fieldsOf(schema).find((field) => field.key === key);
}
