import { describe, expect, it } from 'vitest';
import { effectiveAccess } from '@/forms/access/access';
import { columnOf, fieldOf, formOf } from '@/forms/testing/sample';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { commonLevel, withLevel, withRowOperation } from './matrix-access';
import { matrixRows } from './matrix-rows';

const reason = fieldOf('事由', { type: 'text' });
const price = columnOf('单价', { type: 'number', scale: 2 });
const subtotal = columnOf('小计', { type: 'formula', expression: '单价 * 2', result: { type: 'number', scale: 2 } });
const lines = fieldOf('明细', { type: 'subTable', columns: [price, subtotal], totals: [] });
const form = formOf([reason, lines]);
const readAll: FieldAccess = { fields: {}, default: 'read', rows: {} };

describe('setting the access matrix', () => {
  it('takes the columns and rows of a sub-table along, and leaves formulas to the server', () => {
    const access = withLevel(form, readAll, [lines.id], 'edit');
    const { fields, rows } = effectiveAccess(form, access);
    expect([fields[lines.id], fields[price.id], fields[subtotal.id], fields[reason.id]]).toEqual(['edit', 'edit', 'read', 'read']);
    expect(rows[lines.id]).toEqual({ add: true, remove: true, reorder: true });
    expect(effectiveAccess(form, withLevel(form, access, [lines.id], 'read')).rows[lines.id]?.add).toBe(false);
  });

  it('covers what a hidden sub-table holds, and shows it as it was when the table comes back', () => {
    const own = withLevel(form, withLevel(form, readAll, [lines.id], 'edit'), [price.id], 'hidden');
    const hidden = withLevel(form, own, [lines.id], 'hidden');
    expect(commonLevel(form, hidden, [subtotal.id])).toBe('hidden');
    expect(hidden.fields[price.id]).toBe('hidden');
    expect(hidden.fields[subtotal.id]).toBe('read');
  });

  it('says what several fields have in common', () => {
    const access = withLevel(form, readAll, [reason.id, lines.id], 'edit');
    expect(commonLevel(form, access, [reason.id, lines.id])).toBe('edit');
    expect(commonLevel(form, withLevel(form, access, [price.id], 'read'), [reason.id, lines.id])).toBe('mixed');
  });

  it('changes one row operation beside the others as they are', () => {
    const access = withRowOperation(form, withLevel(form, readAll, [lines.id], 'edit'), lines.id, 'remove');
    expect(access.rows[lines.id]).toEqual({ add: true, remove: false, reorder: true });
    expect(withRowOperation(form, readAll, lines.id, 'add').rows[lines.id]).toEqual({ add: true, remove: false, reorder: false });
  });
});

describe('finding a field in the matrix', () => {
  const labels = (search: string) => matrixRows(form, 'zh', search).map((row) => `${row.kind} ${row.label}`);

  it('shows a column with its sub-table, and no section without a find', () => {
    expect(labels('单价')).toEqual([expect.stringContaining('section'), 'field 明细', 'field 单价']);
    expect(labels('没有')).toEqual([]);
    expect(labels('')).toHaveLength(8);
  });
});
