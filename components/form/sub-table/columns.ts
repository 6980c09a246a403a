import type { ScalarField } from '@/forms/schema/schema';

/** Numbers stand at the right, digits under digits. */
export function isNumeric(field: ScalarField): boolean {
  if (field.type === 'formula') return field.result.type === 'number' || field.result.type === 'money';
  return field.type === 'integer' || field.type === 'number' || field.type === 'money' || field.type === 'percentage';
}

/**
 * How a cell is edited. `input`: it is an input as soon as it is the active one, so that typing (in any writing) begins at once.
 * `popup`: it shows its value until Enter opens the control. `toggle`: Space or Enter turns it over. `none`: it is computed.
 */
export type CellKind = 'input' | 'popup' | 'toggle' | 'none';

export function cellKind(field: ScalarField): CellKind {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'integer':
    case 'number':
    case 'money':
    case 'percentage':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'dateRange':
      return 'input';
    case 'select':
    case 'radio':
    case 'multiSelect':
    case 'checkbox':
    case 'user':
    case 'department':
    case 'file':
    case 'image':
      return 'popup';
    case 'switch':
      return 'toggle';
    case 'formula':
    case 'autoNumber':
      return 'none';
  }
}

/**
 * The columns' widths as they are drawn: the widest kind there is shares what is left, so that the row's number and its tools never
 * grow in a table of few columns.
 */
export function drawnWidths(columns: readonly ScalarField[]): readonly ('narrow' | 'number' | 'medium' | undefined)[] {
  const widths = columns.map(columnWidth);
  const widest = (['wide', 'medium', 'number', 'narrow'] as const).find((width) => widths.includes(width));
  return widths.map((width) => (width === widest || width === 'wide' ? undefined : width));
}

/** How wide a column wants to be; a class each in sub-table.module.css. */
function columnWidth(field: ScalarField): 'narrow' | 'number' | 'medium' | 'wide' {
  if (field.type === 'switch' || field.type === 'integer' || field.type === 'percentage') return 'narrow';
  if (isNumeric(field) || field.type === 'date' || field.type === 'time') return 'number';
  return field.type === 'textarea' || field.type === 'file' || field.type === 'image' || field.type === 'dateRange' || field.span > 6
    ? 'wide'
    : 'medium';
}

const WIDTHS = { narrow: 76, number: 108, medium: 112, wide: 160 } as const;
/** The row's number and its tools. */
const MARGINS = 36 + 32;

/** What a table needs before it scrolls sideways. */
export function tableMinWidth(columns: readonly ScalarField[]): number {
  return columns.reduce((sum, column) => sum + WIDTHS[columnWidth(column)], MARGINS);
}
