import type { FieldType, FormNode, FormSchema, ScalarField, Section } from '@/forms/schema/schema';
import { newFieldId } from '@/forms/schema/ids';
import { findNode, findSection, isField, keysAt, type Place } from './locate';

/*
 * Every change of a form in the builder: schema in, schema out; what cannot be done gives the same schema.
 * Unchanged parts are shared, so that React and the undo stack see what changed by identity.
 */

export function insertNode(schema: FormSchema, node: FormNode | ScalarField, place: Place): FormSchema {
  if (place.subTableId !== null && !canBeColumn(node)) return schema;
  const fresh = isField(node) ? { ...node, key: freeKey(node.key, keysAt(schema, place.subTableId)) } : node;
  return changeList(schema, place, (list) => [...list.slice(0, place.index), fresh, ...list.slice(place.index)]);
}

export function removeNode(schema: FormSchema, id: string): FormSchema {
  const found = findNode(schema, id);
  if (!found) return schema;
  // A sub-table without columns cannot be filled in: its last column stays.
  if (found.place.subTableId !== null && siblings(schema, found.place).length === 1) return schema;
  return changeList(schema, found.place, (list) => list.filter((node) => node.id !== id));
}

export function updateNode(schema: FormSchema, id: string, change: object): FormSchema {
  const found = findNode(schema, id);
  if (!found) return schema;
  return changeList(schema, found.place, (list) =>
    list.map((node) => (node.id === id ? (clean({ ...node, ...change }) as FormNode) : node)),
  );
}

/** What only fields of this type can be told. */
const OWN: Partial<Record<FieldType, readonly string[]>> = {
  text: ['pattern', 'unique', 'lookup'],
  textarea: ['rows'],
  multiSelect: ['maxCount'],
};

/** Draws a field as another type that holds the same; what only the old one could be told goes away. */
export function changeType(schema: FormSchema, id: string, type: FieldType): FormSchema {
  const found = findNode(schema, id);
  if (!found || !isField(found.node)) return schema;
  const gone = Object.fromEntries((OWN[found.node.type] ?? []).map((name) => [name, undefined]));
  return updateNode(schema, id, { ...gone, type });
}

/** Moves a node to a place counted before it is taken out; into another list its key is made unique there. */
export function moveNode(schema: FormSchema, id: string, to: Place): FormSchema {
  const found = findNode(schema, id);
  if (!found || (to.subTableId !== null && !canBeColumn(found.node)) || to.subTableId === id) return schema;
  const sameList = found.place.sectionId === to.sectionId && found.place.subTableId === to.subTableId;
  if (!sameList && found.place.subTableId !== null && siblings(schema, found.place).length === 1) return schema;
  const index = sameList && found.place.index < to.index ? to.index - 1 : to.index;
  if (sameList && index === found.place.index) return schema;
  const without = changeList(schema, found.place, (list) => list.filter((node) => node.id !== id));
  return insertNode(without, found.node, { ...to, index });
}

/** One step up or down among its siblings; at a section's edge on into the next section. */
export function nudgeNode(schema: FormSchema, id: string, by: -1 | 1): FormSchema {
  const found = findNode(schema, id);
  if (!found) return schema;
  const { place } = found;
  const list = siblings(schema, place);
  const target = place.index + by;
  if (target >= 0 && target < list.length) return moveNode(schema, id, { ...place, index: by === 1 ? target + 1 : target });
  if (place.subTableId !== null) return schema;
  const next = schema.sections[schema.sections.findIndex((section) => section.id === place.sectionId) + by];
  return next ? moveNode(schema, id, { sectionId: next.id, subTableId: null, index: by === 1 ? 0 : next.children.length }) : schema;
}

/** A copy right behind the original, with ids of its own. */
export function duplicateNode(schema: FormSchema, id: string): { schema: FormSchema; copyId: string | null } {
  const found = findNode(schema, id);
  if (!found) return { schema, copyId: null };
  const copy = withNewIds(found.node);
  return { schema: insertNode(schema, copy, { ...found.place, index: found.place.index + 1 }), copyId: copy.id };
}

export function addSection(schema: FormSchema, index: number): { schema: FormSchema; sectionId: string } {
  const section: Section = { id: newFieldId(), type: 'section', label: { zh: '', en: '' }, children: [] };
  return {
    schema: { ...schema, sections: [...schema.sections.slice(0, index), section, ...schema.sections.slice(index)] },
    sectionId: section.id,
  };
}

export function updateSection(schema: FormSchema, id: string, change: Partial<Section>): FormSchema {
  return {
    ...schema,
    sections: schema.sections.map((section) => (section.id === id ? (clean({ ...section, ...change }) as Section) : section)),
  };
}

/** Takes a section away; its fields move to the one before (or after). The only one stays. */
export function removeSection(schema: FormSchema, id: string): FormSchema {
  const index = schema.sections.findIndex((section) => section.id === id);
  const section = schema.sections[index];
  const heir = schema.sections[index === 0 ? 1 : index - 1];
  if (!section || !heir) return schema;
  const children = index === 0 ? [...section.children, ...heir.children] : [...heir.children, ...section.children];
  return { ...schema, sections: schema.sections.filter((s) => s.id !== id).map((s) => (s.id === heir.id ? { ...s, children } : s)) };
}

export function moveSection(schema: FormSchema, id: string, by: -1 | 1): FormSchema {
  const index = schema.sections.findIndex((section) => section.id === id);
  const other = schema.sections[index + by];
  const section = schema.sections[index];
  if (!section || !other) return schema;
  return { ...schema, sections: schema.sections.map((s, i) => (i === index ? other : i === index + by ? section : s)) };
}

export function canBeColumn(node: FormNode | ScalarField): node is ScalarField {
  return isField(node) && node.type !== 'subTable';
}

// helpers //////////////////////

function siblings(schema: FormSchema, place: Place): readonly (FormNode | ScalarField)[] {
  const section = findSection(schema, place.sectionId);
  if (place.subTableId === null) return section?.children ?? [];
  const table = section?.children.find((node) => node.id === place.subTableId);
  return table?.type === 'subTable' ? table.columns : [];
}

function changeList(
  schema: FormSchema,
  place: Place,
  change: (list: (FormNode | ScalarField)[]) => (FormNode | ScalarField)[],
): FormSchema {
  return {
    ...schema,
    sections: schema.sections.map((section) => {
      if (section.id !== place.sectionId) return section;
      if (place.subTableId === null) return { ...section, children: change([...section.children]) };
      return {
        ...section,
        children: section.children.map((node) =>
          node.id === place.subTableId && node.type === 'subTable'
            ? { ...node, columns: change([...node.columns]) as ScalarField[] }
            : node,
        ),
      };
    }),
  };
}

/** The wanted key, with a number behind it when somebody has it already. */
export function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/\d+$/, '');
  for (let n = 2; ; n += 1) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
}

function withNewIds(node: FormNode | ScalarField): FormNode | ScalarField {
  if (node.type !== 'subTable') return { ...node, id: newFieldId() };
  const renamed = new Map(node.columns.map((column) => [column.id, newFieldId()]));
  return {
    ...node,
    id: newFieldId(),
    columns: node.columns.map((column) => ({ ...column, id: renamed.get(column.id) ?? newFieldId() })),
    totals: node.totals.map((total) => ({ ...total, columnId: renamed.get(total.columnId) ?? total.columnId })),
  };
}

/** An optional property that was emptied goes away instead of standing as undefined. */
function clean(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined));
}
