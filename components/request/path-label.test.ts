import { describe, expect, it } from 'vitest';
import type { FormSchema } from '@/forms/schema/schema';
import { pathLabel } from './path-label';

const schema: FormSchema = {
  title: { zh: '出差', en: 'Trip' },
  sections: [
    {
      id: 'bcdfghjk11',
      type: 'section',
      label: { zh: '', en: '' },
      children: [
        { id: 'bcdfghjk12', key: '事由', label: { zh: '出差事由', en: 'Reason' }, span: 12, type: 'text' },
        {
          id: 'bcdfghjk13',
          key: '明细',
          label: { zh: '预算明细', en: 'Budget' },
          span: 12,
          type: 'subTable',
          totals: [],
          columns: [{ id: 'bcdfghjk14', key: '单价', label: { zh: '单价', en: 'Price' }, span: 12, type: 'number', scale: 2 }],
        },
      ],
    },
  ],
};

describe('label of a change', () => {
  it('is the field’s name in the reader’s language', () => {
    expect(pathLabel(schema, '事由', 'zh')).toBe('出差事由');
    expect(pathLabel(schema, '事由', 'en')).toBe('Reason');
  });
  it('names sub-table and column for a cell, the sub-table for a whole row', () => {
    expect(pathLabel(schema, '明细[0192-ab].单价', 'zh')).toBe('预算明细 · 单价');
    expect(pathLabel(schema, '明细[0192-ab]', 'en')).toBe('Budget');
  });
  it('keeps the path of what is no longer in the form', () => {
    expect(pathLabel(schema, '旧字段', 'zh')).toBe('旧字段');
  });
});
