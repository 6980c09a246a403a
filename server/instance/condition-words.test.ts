import { describe, expect, it } from 'vitest';
import { fieldOf, formOf } from '@/forms/testing/sample';
import { conditionWords } from './condition-words';

const text = (zh: string, en: string) => ({ zh, en });
const schema = formOf([
  { ...fieldOf('金额', { type: 'money', currency: 'CNY' }), label: text('申请金额', 'Amount') },
  {
    ...fieldOf('交通', { type: 'select', options: [{ id: 'plane', label: text('飞机', 'Plane') }] }),
    label: text('交通', 'Transport'),
  },
  fieldOf('出国', { type: 'switch' }),
]);

describe('a condition in words', () => {
  it('names fields and options by their labels and groups numbers', () => {
    expect(conditionWords('金额 >= 20000 and 交通 = "plane"', schema, 'en')).toEqual({
      join: 'and',
      clauses: [
        { label: 'Amount', operator: 'greaterOrEqual', values: ['20,000'] },
        { label: 'Transport', operator: 'equal', values: ['Plane'] },
      ],
    });
    expect(conditionWords('出国', schema, 'zh')).toEqual({ join: 'and', clauses: [{ label: '出国', operator: 'yes', values: [] }] });
  });

  it('leaves what cannot be made by choosing to the expression', () => {
    expect(conditionWords('sum([金额, 1]) > 3', schema, 'zh')).toBeNull();
    expect(conditionWords('round > 1', schema, 'zh')).toBeNull();
    expect(conditionWords('金额 > 1', null, 'zh')).toBeNull();
  });
});
