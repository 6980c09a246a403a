import type { FieldType, FormSchema, ScalarField, SubTableField } from '@/forms/schema/schema';
import { type Locale, localText } from '@/lib/json';

export type RowOperation = 'add' | 'remove' | 'reorder';

type SectionRow = {
  kind: 'section';
  id: string;
  label: string;
  /** Of its fields; a sub-table stands for its columns. */
  fieldIds: readonly string[];
};
type FieldRow = {
  kind: 'field';
  id: string;
  type: FieldType;
  label: string;
  /** The sub-table that it is a column of. */
  tableId: string | null;
  /** The server writes it: it can be shown or hidden, not edited. */
  computed: boolean;
};
type OperationRow = { kind: 'rowOperation'; id: string; subTableId: string; operation: RowOperation; label: string };
export type MatrixRow = SectionRow | FieldRow | OperationRow;

/** The rows of the access matrix: sections, fields, and for a sub-table its row operations and columns; of those only what `search` is in. */
export function matrixRows(form: FormSchema, locale: Locale, search: string): MatrixRow[] {
  const matches = (label: string) => search.trim() === '' || label.toLowerCase().includes(search.trim().toLowerCase());
  return form.sections.flatMap((section) => {
    const rows = section.children.flatMap((node): MatrixRow[] => {
      if (node.type === 'divider' || node.type === 'description') return [];
      const label = localText(node.label, locale);
      if (node.type !== 'subTable') return matches(label) ? [fieldRow(node, locale, null)] : [];
      const columns = node.columns.filter((column) => matches(label) || matches(localText(column.label, locale)));
      if (!matches(label) && columns.length === 0) return [];
      return [
        tableRow(node, label),
        ...(matches(label) ? operationRows(node, label) : []),
        ...columns.map((column) => fieldRow(column, locale, node.id)),
      ];
    });
    if (rows.length === 0) return [];
    const fieldIds = section.children.flatMap((node) => ('key' in node ? [node.id] : []));
    return [
      { kind: 'section', id: section.id, label: localText(section.label, locale) || localText(form.title, locale), fieldIds },
      ...rows,
    ];
  });
}

// helpers //////////////////////

function fieldRow(field: ScalarField, locale: Locale, tableId: string | null): MatrixRow {
  const computed = field.type === 'formula' || field.type === 'autoNumber';
  return { kind: 'field', id: field.id, type: field.type, label: localText(field.label, locale), tableId, computed };
}

function tableRow({ id, type }: SubTableField, label: string): MatrixRow {
  return { kind: 'field', id, type, label, tableId: null, computed: false };
}

function operationRows({ id }: SubTableField, label: string): MatrixRow[] {
  return (['add', 'remove', 'reorder'] as const).map((operation) => ({
    kind: 'rowOperation',
    id: `${id}-${operation}`,
    subTableId: id,
    operation,
    label,
  }));
}
