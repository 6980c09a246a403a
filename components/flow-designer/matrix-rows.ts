import type { FormSchema, ScalarField } from '@/forms/schema/schema';
import { type Locale, localText } from '@/lib/json';

export type MatrixRow =
  | { kind: 'section'; id: string; label: string }
  | {
      kind: 'field';
      id: string;
      label: string;
      indent: number /** The server writes it: it can be shown or hidden, not edited. */;
      computed: boolean;
    }
  | { kind: 'rowOperation'; id: string; subTableId: string; operation: 'add' | 'remove' | 'reorder'; label: string; indent: number };

/** The rows of the access matrix: sections, fields, and for a sub-table its row operations and columns. */
export function matrixRows(form: FormSchema, locale: Locale): MatrixRow[] {
  return form.sections.flatMap((section) => {
    const rows: MatrixRow[] = [
      { kind: 'section', id: section.id, label: localText(section.label, locale) || localText(form.title, locale) },
    ];
    for (const node of section.children) {
      if (node.type === 'divider' || node.type === 'description') continue;
      const label = localText(node.label, locale);
      if (node.type !== 'subTable') {
        rows.push({ kind: 'field', id: node.id, label, indent: 0, computed: isComputed(node) });
        continue;
      }
      rows.push({ kind: 'field', id: node.id, label, indent: 0, computed: false });
      for (const operation of ['add', 'remove', 'reorder'] as const)
        rows.push({ kind: 'rowOperation', id: `${node.id}-${operation}`, subTableId: node.id, operation, label, indent: 1 });
      for (const column of node.columns)
        rows.push({ kind: 'field', id: column.id, label: localText(column.label, locale), indent: 1, computed: isComputed(column) });
    }
    return rows;
  });
}

// helpers //////////////////////

function isComputed(field: ScalarField): boolean {
  return field.type === 'formula' || field.type === 'autoNumber';
}
