import type { FieldInfo } from '@/lib/bpmn/check-context';
import type { FormSchema } from './schema';
import { planOf, type PlanNode } from '../runtime/plan';
import { allFields, fieldsOf, isComputed } from './walk';

/** What the checks of a flow need to know of a form's fields; a column names the sub-table that it is in. */
export function fieldInfos(schema: FormSchema): FieldInfo[] {
  const shown = shownBy(schema);
  return allFields(schema).map(({ field, parent }) => ({
    id: field.id,
    key: field.key,
    type: field.type,
    ...('multiple' in field ? { multiple: field.multiple } : {}),
    readonly: isComputed(field),
    optional: field.required !== true && !isComputed(field),
    ...(parent ? { parentId: parent.id } : {}),
    ...(shown.has(field.id) ? { shows: [...(shown.get(field.id) ?? [])] } : {}),
  }));
}

// helpers //////////////////////

/** By formula: the fields that it reads, and what the formulas among them read. */
function shownBy(schema: FormSchema): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Map<string, ReadonlySet<string>>();
  // What a formula reads comes before it.
  for (const node of planOf(schema).nodes) {
    const { formula } = node;
    if (!formula) continue;
    const direct = formula.references.filter((name) => !formula.countsOnly(name)).flatMap((name) => idOf(schema, node, name) ?? []);
    if (direct.length > 0) shown.set(node.field.id, new Set(direct.flatMap((id) => [id, ...(shown.get(id) ?? [])])));
  }
  return shown;
}

/** A column names its neighbours plainly, everything else goes from the form: `金额`, `明细.小计`. */
function idOf(schema: FormSchema, node: PlanNode, reference: string): string | undefined {
  const [first, member] = reference.split('.');
  const neighbour = node.kind === 'column' ? node.table.columns.find(({ key }) => key === first) : undefined;
  if (neighbour) return neighbour.id;
  const field = fieldsOf(schema).find(({ key }) => key === first);
  return (field?.type === 'subTable' && field.columns.find(({ key }) => key === member)?.id) || field?.id;
}
