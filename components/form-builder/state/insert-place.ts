import type { FormNode, FormSchema, ScalarField, Section, SubTableField } from '@/forms/schema/schema';
import { findNode, findSection, type Place } from './locate';
import { canBeColumn } from './operations';

/** Where a component goes that is put in without being dragged: behind something, or at an end. */
export type InsertPlace = { place: Place } & (
  | { kind: 'column'; behind: FormNode | ScalarField; table: SubTableField }
  | { kind: 'behind'; behind: FormNode | ScalarField }
  | { kind: 'end'; section: Section | null }
);

/**
 * Behind what is selected, in the same list: a sub-table counts as one field of the form, and becomes longer only when one of its columns is
 * selected. What cannot be a column (`node`) then goes behind the sub-table.
 */
export function insertPlace(schema: FormSchema, selectedId: string | null, node: FormNode | null): InsertPlace {
  const found = selectedId === null ? null : findNode(schema, selectedId);
  if (found) {
    const { sectionId, subTableId, index } = found.place;
    if (subTableId === null) return { kind: 'behind', behind: found.node, place: { sectionId, subTableId, index: index + 1 } };
    const table = findNode(schema, subTableId);
    if (table?.node.type === 'subTable') {
      if (node !== null && !canBeColumn(node))
        return { kind: 'behind', behind: table.node, place: { ...table.place, index: table.place.index + 1 } };
      return { kind: 'column', behind: found.node, table: table.node, place: { sectionId, subTableId, index: index + 1 } };
    }
  }
  const section = (selectedId === null ? null : findSection(schema, selectedId)) ?? schema.sections.at(-1) ?? null;
  return { kind: 'end', section, place: { sectionId: section?.id ?? '', subTableId: null, index: section?.children.length ?? 0 } };
}
