import { describe, expect, it } from 'vitest';
import type { SubTableField } from '@/forms/schema/schema';
import { tripForm } from '@/forms/testing/sample';
import { allFields } from './locate';
import { usesOf } from './uses';

describe('where a field is used', () => {
  it('names formulas and conditions of fields and of rows', () => {
    const schema = tripForm();
    const id = (key: string) => allFields(schema).find((field) => field.key === key)?.id ?? '';
    const table = allFields(schema).find((field) => field.key === '预算明细') as SubTableField;
    const column = (key: string) => table.columns.find((candidate) => candidate.key === key)?.id ?? '';
    const used = (fieldId: string) => usesOf(schema, fieldId).map(({ key }) => key);
    expect([
      used(id('交通方式')),
      used(id('日期')),
      used(column('单价')),
      used(column('小计')),
      used(id('预算明细')),
      used(id('车牌号')),
    ]).toEqual([['车牌号'], ['天数'], ['小计'], ['申请金额'], ['申请金额'], []]);
  });
});
