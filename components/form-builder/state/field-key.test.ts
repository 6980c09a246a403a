import { describe, expect, it } from 'vitest';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { fieldOf, formOf } from '@/forms/testing/sample';
import { relabel } from './field-key';
import { allFields } from './locate';
import { newField } from './new-field';
import { insertNode } from './operations';

const named = (schema: FormSchema, field: Field, zh: string, published = false) =>
  allFields(relabel(schema, field, { label: { ...field.label, zh }, published }));

describe('naming a field', () => {
  it('names its key too, makes it unique, and takes formulas along', () => {
    const amount = { ...newField('number'), key: '数字' };
    const double = fieldOf('双倍', { type: 'formula', expression: '数字 * 2', result: { type: 'number', scale: 0 } });
    const empty = formOf([fieldOf('金额', { type: 'text' }), double]);
    const base = insertNode(empty, amount, { sectionId: empty.sections[0]?.id ?? '', subTableId: null, index: 0 });
    const [field] = named(base, amount, '金额 (元)');
    expect(field).toMatchObject({ key: '金额元', label: { zh: '金额 (元)', en: '' } });
    expect(named(base, amount, '金额')[0]).toMatchObject({ key: '金额2' });
    expect(named(base, amount, '单价')[2]).toMatchObject({ expression: '单价 * 2' });
  });

  it('leaves the key of a published field, and one that was chosen, alone', () => {
    const field = fieldOf('金额', { type: 'text' });
    const chosen = { ...fieldOf('amount', { type: 'text' }), label: { zh: '数', en: '' } };
    const schema = formOf([field, chosen]);
    expect(named(schema, field, '总额', true)[0]?.key).toBe('金额');
    expect(named(schema, chosen, '总额')[1]?.key).toBe('amount');
  });
});
