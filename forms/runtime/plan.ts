import type { NameSchema } from '@/lib/expression/types';
import { namesOf } from '../schema/feel';
import type { Field, FormSchema, ScalarField, Section, SubTableField } from '../schema/schema';
import { isField } from '../schema/walk';
import { type FormExpression, expressionOf } from './expression';
import { inDependencyOrder } from './order';

export type Conditions = { visibleWhen: FormExpression | null; requiredWhen: FormExpression | null; editableWhen: FormExpression | null };

/** A field of the form, or one column of a sub-table in all of its rows. */
type Rule = NonNullable<Field['rules']>[number];
type Expressions = Conditions & {
  formula: FormExpression | null;
  /** Of a date: the earliest and the latest day. */
  bounds: { min: FormExpression | null; max: FormExpression | null };
  rules: readonly { rule: Rule; expression: FormExpression | null }[];
  cyclic: boolean;
};

export type PlanNode = Expressions &
  (
    | { kind: 'field'; name: string; field: Field; section: Section }
    | { kind: 'column'; name: string; field: ScalarField; table: SubTableField }
  );

export type FormPlan = {
  /** In dependency order: what a formula or condition reads comes before it. */
  nodes: readonly PlanNode[];
  byName: ReadonlyMap<string, PlanNode>;
  tables: ReadonlyMap<string, SubTableField>;
  /** Of sections and descriptions, by id. */
  visibility: ReadonlyMap<string, FormExpression | null>;
  /** Names of fields and columns that (indirectly) read themselves; their formulas stay empty. */
  cycles: readonly (readonly PlanNode[])[];
};

const plans = new WeakMap<FormSchema, FormPlan>();

/** Made once for each schema object; published schemas are kept by the server's cache and by the page. */
export function planOf(schema: FormSchema): FormPlan {
  let plan = plans.get(schema);
  if (!plan) plans.set(schema, (plan = makePlan(schema)));
  return plan;
}

function makePlan(schema: FormSchema): FormPlan {
  const entries = schema.sections.flatMap((section) => section.children.filter(isField).map((field) => ({ section, field })));
  const names = namesOf(entries.map(({ field }) => field));
  const tables = new Map(entries.flatMap(({ field }) => (field.type === 'subTable' ? [[field.key, field] as const] : [])));
  const visibility = new Map<string, FormExpression | null>();
  for (const section of schema.sections) {
    visibility.set(section.id, expressionOf(section.visibleWhen, names, 'boolean'));
    for (const child of section.children)
      if (child.type === 'description') visibility.set(child.id, expressionOf(child.visibleWhen, names, 'boolean'));
  }
  const nodes = entries.flatMap(({ field, section }) => [
    fieldNode(field, section, names),
    ...(field.type === 'subTable' ? field.columns.map((column) => columnNode(column, field, names)) : []),
  ]);
  const ordered = inDependencyOrder(
    nodes,
    (node) => node.name,
    (node) => [
      ...dependencies(node, tables),
      ...(node.kind === 'field' ? expand(visibility.get(node.section.id) ?? null, null, tables) : []),
    ],
  );
  for (const node of ordered.cycles.flat()) node.cyclic = true;
  return { nodes: ordered.items, byName: new Map(nodes.map((node) => [node.name, node])), tables, visibility, cycles: ordered.cycles };
}

const fieldNode = (field: Field, section: Section, names: NameSchema): PlanNode => ({
  kind: 'field',
  name: field.key,
  field,
  section,
  ...expressions(field, names),
});

/** A column's expressions read the row's own columns first, then the form's fields. */
const columnNode = (column: ScalarField, table: SubTableField, names: NameSchema): PlanNode => ({
  kind: 'column',
  name: columnName(table.key, column.key),
  field: column,
  table,
  ...expressions(column, { ...names, ...namesOf(table.columns) }),
});

export const columnName = (table: string, column: string): string => `${table}.${column}`;

function expressions(field: Field, names: NameSchema): Expressions {
  return {
    visibleWhen: expressionOf(field.visibleWhen, names, 'boolean'),
    requiredWhen: expressionOf(field.requiredWhen, names, 'boolean'),
    editableWhen: expressionOf(field.editableWhen, names, 'boolean'),
    formula: field.type === 'formula' ? expressionOf(field.expression, names) : null,
    bounds: {
      min: expressionOf(field.type === 'date' ? field.min : undefined, names, 'date'),
      max: expressionOf(field.type === 'date' ? field.max : undefined, names, 'date'),
    },
    rules: (field.rules ?? []).map((rule) => ({ rule, expression: expressionOf(rule.expression, names, 'boolean') })),
    cyclic: false,
  };
}

/** The nodes that decide about a node's value; what is required depends on everything and decides nothing. */
function dependencies(node: PlanNode, tables: ReadonlyMap<string, SubTableField>): string[] {
  const table = node.kind === 'column' ? node.table : null;
  const read = [node.visibleWhen, node.editableWhen, node.formula].flatMap((expression) => expand(expression, table, tables));
  return table ? [table.key, ...read] : read;
}

/** Node names behind an expression's references; `table` is the sub-table in whose rows it runs. */
export function expand(
  expression: FormExpression | null,
  table: SubTableField | null,
  tables: ReadonlyMap<string, SubTableField>,
): string[] {
  return (expression?.references ?? []).flatMap((reference): string[] => {
    const [head = '', column] = reference.split('.');
    if (table?.columns.some((candidate) => candidate.key === head)) return [columnName(table.key, head)];
    const source = tables.get(head);
    if (!source || expression?.countsOnly(reference)) return [head];
    if (column !== undefined) return [head, columnName(head, column)];
    return [head, ...source.columns.map((candidate) => columnName(head, candidate.key))];
  });
}
