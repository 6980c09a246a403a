import { namesOf } from '@/forms/schema/feel';
import type { Field, FormSchema, SubTableField } from '@/forms/schema/schema';
import { rename } from '@/lib/expression/rename';
import { isUsableName } from '@/lib/expression/name';
import type { NameSchema } from '@/lib/expression/types';
import { allFields, findNode, isField, keysAt } from './locate';
import { mapExpressions } from './map-expressions';
import { updateNode } from './operations';

/**
 * Gives a field another key, and every expression that names it follows. Null when the name is not free or no name at all, or
 * when an expression would mean something else with it.
 */
export function renameKey(schema: FormSchema, fieldId: string, key: string): FormSchema | null {
  const found = findNode(schema, fieldId);
  if (!found || !isField(found.node)) return null;
  const from = found.node.key;
  if (from === key) return schema;
  if (!isUsableName(key) || keysAt(schema, found.place.subTableId).has(key)) return null;
  const owner = allFields(schema).find((field): field is SubTableField => field.id === found.place.subTableId) ?? null;
  const outer = namesOf(allFields(schema));
  let refused = false;
  const follow = (source: string, path: { from: string; to: string }, names: NameSchema): string => {
    const result = rename(source, path.from, path.to, { names });
    if (result.ok) return result.value;
    // What cannot be read names nothing yet; its author will see it.
    if (result.error.code === 'EXPR_NAME_TAKEN' || result.error.code === 'EXPR_NAME_INVALID') refused = true;
    return source;
  };
  const mapped = mapExpressions(schema, (source, table) => {
    const columns = table ? namesOf(table.columns) : {};
    if (owner === null) {
      if (Object.hasOwn(columns, from)) return source;
      const next = follow(source, { from, to: key }, { ...outer, ...columns });
      // In a row its own columns come first: the new name would mean one of them.
      if (next !== source && Object.hasOwn(columns, key)) refused = true;
      return next;
    }
    const own = table?.id === owner.id ? follow(source, { from, to: key }, { ...outer, ...columns }) : source;
    return follow(
      own,
      { from: `${owner.key}.${from}`, to: `${owner.key}.${key}` },
      { ...outer, ...(table?.id === owner.id ? namesOf(renamed(owner, fieldId, key)) : columns) },
    );
  });
  return refused ? null : followLookups(updateNode(mapped, fieldId, { key }), { fieldId, from, to: key });
}

function renamed(table: SubTableField, columnId: string, key: string): Field[] {
  return table.columns.map((column) => (column.id === columnId ? { ...column, key } : column));
}

/** Look-ups name their own field in their address, and may name the fields they fill by key. */
function followLookups(schema: FormSchema, { fieldId, from, to }: { fieldId: string; from: string; to: string }): FormSchema {
  return allFields(schema).reduce((next, field) => {
    if (field.type !== 'text' || !field.lookup) return next;
    const { lookup } = field;
    const path = field.id === fieldId ? lookup.path.replaceAll(`{${from}}`, `{${to}}`) : lookup.path;
    const fill = lookup.fill.map((item) => (item.field === from ? { ...item, field: to } : item));
    return updateNode(next, field.id, { lookup: { ...lookup, path, fill } });
  }, schema);
}
