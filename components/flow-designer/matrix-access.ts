import { type AccessLevel, canWrite, effectiveAccess } from '@/forms/access/access';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { allFields, isComputed } from '@/forms/schema/walk';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { RowOperation } from './matrix-rows';

/** The level that fields have in common, sub-tables with their columns; what the server writes counts only where nothing else is among them. */
export function commonLevel(form: FormSchema, access: FieldAccess, ids: readonly string[]): AccessLevel | 'mixed' {
  const { fields } = effectiveAccess(form, access);
  const all = allFields(form).filter(({ field, parent }) => ids.includes(field.id) || (parent !== null && ids.includes(parent.id)));
  const written = all.filter(({ field }) => !isComputed(field));
  const levels = new Set((written.length > 0 ? written : all).map(({ field }) => fields[field.id]));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? only : 'mixed';
}

/** Gives fields a level. A sub-table takes its columns along, and its rows then follow it; hidden or masked it covers them as they are. */
export function withLevel(form: FormSchema, access: FieldAccess, ids: readonly string[], level: AccessLevel): FieldAccess {
  const fields = { ...access.fields };
  const rows = { ...access.rows };
  for (const { field } of allFields(form)) {
    if (!ids.includes(field.id)) continue;
    fields[field.id] = levelFor(field, level);
    if (field.type !== 'subTable' || level === 'hidden' || level === 'masked') continue;
    for (const column of field.columns) fields[column.id] = levelFor(column, level === 'required' ? 'edit' : level);
    delete rows[field.id];
  }
  return { ...access, fields, rows };
}

/** Allows a row operation that was not allowed, or the other way round. */
export function withRowOperation(form: FormSchema, access: FieldAccess, tableId: string, operation: RowOperation): FieldAccess {
  const now = effectiveAccess(form, access).rows[tableId];
  if (!now) return access;
  return { ...access, rows: { ...access.rows, [tableId]: { ...now, [operation]: !now[operation] } } };
}

// helpers //////////////////////

/** What the server writes can be shown or hidden, not edited. */
function levelFor(field: Field, level: AccessLevel): AccessLevel {
  return isComputed(field) && canWrite(level) ? 'read' : level;
}
