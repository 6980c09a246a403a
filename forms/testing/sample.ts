import { type Field, type FormSchema, type ScalarField, formSchemaSchema } from '../schema/schema';

/** Field definitions without what tests do not care about; a field's id is made of its number. */
type Draft<F> = F extends Field ? Omit<F, 'id' | 'label' | 'span' | 'key'> & { id?: string } : never;

let count = 0;

export function fieldOf(key: string, draft: Draft<ScalarField> | Draft<Extract<Field, { type: 'subTable' }>>): Field {
  count += 1;
  return { id: `f${String(count).padStart(9, '0')}`, key, label: { zh: key, en: '' }, span: 6, ...draft };
}

export function columnOf(key: string, draft: Draft<ScalarField>): ScalarField {
  return fieldOf(key, draft) as ScalarField;
}

export function formOf(fields: readonly Field[], extra: Partial<FormSchema['sections'][number]> = {}): FormSchema {
  count += 1;
  const section = {
    id: `s${String(count).padStart(9, '0')}`,
    type: 'section' as const,
    label: { zh: '基本信息', en: '' },
    children: [...fields],
    ...extra,
  };
  return formSchemaSchema.parse({ title: { zh: '样表', en: 'Sample' }, sections: [section] });
}

/** The business trip of the sample company: a formula over a sub-table whose rows have a formula. */
export function tripForm(): FormSchema {
  return formOf([
    fieldOf('出差事由', { type: 'text', required: true, minLength: 2 }),
    fieldOf('日期', { type: 'dateRange', required: true }),
    fieldOf('天数', { type: 'formula', expression: '(日期.end - 日期.start).days + 1', result: { type: 'number', scale: 0 } }),
    fieldOf('交通方式', { type: 'select', options: ['train', 'plane', 'car'].map((id) => ({ id, label: { zh: id, en: id } })) }),
    fieldOf('车牌号', { type: 'text', visibleWhen: '交通方式 = "car"', required: true }),
    fieldOf('预算明细', {
      type: 'subTable',
      required: true,
      columns: [
        columnOf('费用类别', { type: 'text', required: true }),
        columnOf('单价', { type: 'money', currency: 'CNY', min: '0', required: true }),
        columnOf('数量', { type: 'number', scale: 2, min: '0.01', required: true }),
        columnOf('小计', { type: 'formula', expression: '单价 * 数量', result: { type: 'money', currency: 'CNY' } }),
      ],
      totals: [],
    }),
    fieldOf('申请金额', { type: 'formula', expression: 'sum(预算明细.小计)', result: { type: 'money', currency: 'CNY', capitals: true } }),
  ]);
}
