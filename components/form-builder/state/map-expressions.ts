import type { Field, FormNode, FormSchema, SubTableField } from '@/forms/schema/schema';
import { isField } from './locate';

/** Gets an expression and the sub-table in whose rows it runs. */
type Change = (source: string, table: SubTableField | null) => string;

/** Every expression of a form through a function; parts without any stay the same objects. */
export function mapExpressions(schema: FormSchema, change: Change): FormSchema {
  const optional = (source: string | undefined, table: SubTableField | null) => (source === undefined ? {} : change(source, table));
  const conditions = ['visibleWhen', 'requiredWhen', 'editableWhen'] as const;

  const mapField = <F extends Field>(field: F, table: SubTableField | null): F => {
    const next: Record<string, unknown> = { ...field };
    for (const name of conditions) if (field[name] !== undefined) next[name] = optional(field[name], table);
    if (field.rules) next.rules = field.rules.map((rule) => ({ ...rule, expression: change(rule.expression, table) }));
    if (field.default?.kind === 'expression') next.default = { ...field.default, expression: change(field.default.expression, table) };
    if (field.type === 'formula') next.expression = change(field.expression, table);
    if (field.type === 'date') {
      if (field.min !== undefined) next.min = change(field.min, table);
      if (field.max !== undefined) next.max = change(field.max, table);
    }
    if (field.type === 'subTable') next.columns = field.columns.map((column) => mapField(column, field));
    return next as F;
  };
  const mapNode = (node: FormNode): FormNode => {
    if (isField(node)) return mapField(node, null);
    return node.type === 'description' && node.visibleWhen !== undefined ? { ...node, visibleWhen: change(node.visibleWhen, null) } : node;
  };
  return {
    ...schema,
    sections: schema.sections.map((section) => ({
      ...section,
      ...(section.visibleWhen === undefined ? {} : { visibleWhen: change(section.visibleWhen, null) }),
      children: section.children.map(mapNode),
    })),
  };
}
