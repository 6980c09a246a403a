import type { Field, FormNode, FormSchema, ScalarField, Section } from '@/forms/schema/schema';

/** Where a node stands: in a section, or as a column of a sub-table in it. */
export type Place = { sectionId: string; subTableId: string | null; index: number };
export type Found = { node: FormNode | ScalarField; place: Place };

/** Finds a field, ornament or column by its id. */
export function findNode(schema: FormSchema, id: string): Found | null {
  for (const section of schema.sections) {
    for (const [index, node] of section.children.entries()) {
      if (node.id === id) return { node, place: { sectionId: section.id, subTableId: null, index } };
      if (node.type !== 'subTable') continue;
      const column = node.columns.findIndex((candidate) => candidate.id === id);
      const found = node.columns[column];
      if (found) return { node: found, place: { sectionId: section.id, subTableId: node.id, index: column } };
    }
  }
  return null;
}

export function findSection(schema: FormSchema, id: string): Section | null {
  return schema.sections.find((section) => section.id === id) ?? null;
}

/** Keys taken where a node at this place would live: fields share one space, the columns of a sub-table another. */
export function keysAt(schema: FormSchema, subTableId: string | null): Set<string> {
  const fields = allFields(schema);
  if (subTableId === null) return new Set(fields.map((field) => field.key));
  const table = fields.find((field) => field.id === subTableId);
  return new Set(table?.type === 'subTable' ? table.columns.map((column) => column.key) : []);
}

export function allFields(schema: FormSchema): Field[] {
  return schema.sections.flatMap((section) => section.children.filter((node): node is Field => isField(node)));
}

export function isField(node: FormNode | ScalarField): node is Field {
  return node.type !== 'divider' && node.type !== 'description';
}
