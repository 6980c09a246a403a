import { placeOf } from '@/forms/schema/place';
import type { FormSchema } from '@/forms/schema/schema';

/** The id of a field's control; a sub-table's is that of its frame. */
export function fieldDomId(fieldId: string): string {
  return `field-${fieldId}`;
}

/** A sub-table is asked to bring a cell into view and put the focus there: its rows may not be drawn at all. */
export type FocusCell = { row: number | null; columnId: string | null };
export const FOCUS_CELL = 'vermilion:focus-cell';

/** Asks a sub-table for a cell: its first one where no column is named. */
export function focusCell(tableId: string, detail: FocusCell): void {
  document.getElementById(fieldDomId(tableId))?.dispatchEvent(new CustomEvent(FOCUS_CELL, { detail }));
}

/** Puts the focus where an issue is: on the field's control, or into the cell of a sub-table. */
export function focusPath(schema: FormSchema, path: string): void {
  const place = placeOf(schema, path);
  if (!place) return;
  // What was just made visible by the check is there after the next frame only.
  requestAnimationFrame(() => {
    const element = document.getElementById(fieldDomId(place.field.id));
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    if (place.field.type === 'subTable') {
      return focusCell(place.field.id, { row: place.row, columnId: place.column?.id ?? null });
    }
    const control = element.matches('input, textarea, button, select')
      ? element
      : element.querySelector<HTMLElement>('input, textarea, button, select');
    (control ?? element).focus();
  });
}
