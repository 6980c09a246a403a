import { describe, expect, it } from 'vitest';
import { columnOf, fieldOf, formOf, tripForm } from '../testing/sample';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { computeForm, stateOf } from './compute';
import { Memo } from './memo';
import { fieldByKey } from '../schema/walk';

const clock = { now: '2026-11-21T02:00:00.000Z', timeZone: 'Asia/Shanghai' };
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('computing a form', () => {
  it('computes row formulas, then the total over them, in exact decimals', () => {
    const rows = [
      { _id: newId(), 费用类别: '机票', 单价: cny('0.1'), 数量: '3' },
      { _id: newId(), 费用类别: '住宿', 单价: cny('1680.15'), 数量: '2' },
    ];
    const state = computeForm(tripForm(), { 日期: { start: '2026-12-07', end: '2026-12-11' }, 预算明细: rows }, clock);
    expect(state.values.天数).toBe('5');
    expect(state.values.预算明细).toMatchObject([{ 小计: cny('0.30') }, { 小计: cny('3360.30') }]);
    expect(state.values.申请金额).toEqual(cny('3360.60'));
    expect(state.errors).toEqual([]);
  });

  it('evaluates only the changed row and what depends on it', () => {
    const schema = formOf([
      fieldOf('明细', {
        type: 'subTable',
        columns: [
          ...Array.from({ length: 9 }, (_, index) => columnOf(`列${index}`, { type: 'number', scale: 2 })),
          columnOf('乘积', { type: 'formula', expression: '列0 * 列1', result: { type: 'number', scale: 2 } }),
          columnOf('加价', { type: 'formula', expression: '乘积 + 列2', result: { type: 'number', scale: 2 } }),
          columnOf('折后', { type: 'formula', expression: '加价 * 折扣', result: { type: 'number', scale: 2 } }),
        ],
        totals: [],
      }),
      fieldOf('折扣', { type: 'number', scale: 2 }),
      fieldOf('总计', { type: 'formula', expression: 'sum(明细.折后)', result: { type: 'number', scale: 2 } }),
      fieldOf('备注', { type: 'text', visibleWhen: '总计 > 100' }),
    ]);
    const rows: { [key: string]: Json }[] = Array.from({ length: 200 }, (_, index) => ({
      _id: newId(),
      ...Object.fromEntries(Array.from({ length: 9 }, (_unused, column) => [`列${column}`, String(index + column)])),
    }));
    const memo = new Memo();
    const first = computeForm(schema, { 明细: rows, 折扣: '0.5' }, { ...clock, memo });
    expect(first.evaluations).toBe(200 * 3 + 2);

    const again = computeForm(schema, first.values, { ...clock, memo });
    expect(again.evaluations).toBe(0);
    expect(again.values.明细).toBe(first.values.明细);

    const changed = rowsOf(first.values.明细).map((row, index) => (index === 7 ? { ...row, 列0: '1000' } : row));
    const second = computeForm(schema, { ...first.values, 明细: changed }, { ...clock, memo });
    expect(second.evaluations).toBe(3 + 2);
    expect(rowsOf(second.values.明细)[6]).toBe(rowsOf(first.values.明细)[6]);

    const unrelated = computeForm(schema, { ...second.values, 备注: 'x' }, { ...clock, memo });
    expect(unrelated.evaluations).toBe(0);
  });

  it('lets a row read a total of another column of its own table', () => {
    const schema = formOf([
      fieldOf('明细', {
        type: 'subTable',
        columns: [
          columnOf('占比', { type: 'formula', expression: '小计 / 总额', result: { type: 'number', scale: 4 } }),
          columnOf('小计', { type: 'number', scale: 2 }),
        ],
        totals: [],
      }),
      fieldOf('总额', { type: 'formula', expression: 'sum(明细.小计)', result: { type: 'number', scale: 2 } }),
    ]);
    const state = computeForm(
      schema,
      {
        明细: [
          { _id: newId(), 小计: '1' },
          { _id: newId(), 小计: '3' },
        ],
      },
      clock,
    );
    expect(rowsOf(state.values.明细).map((row) => row.占比)).toEqual(['0.2500', '0.7500']);
  });

  it('takes what is not visible as empty, but keeps its value', () => {
    const schema = formOf([
      fieldOf('住宿', { type: 'switch' }),
      fieldOf('房费', { type: 'number', scale: 2, visibleWhen: '住宿' }),
      fieldOf('车费', { type: 'number', scale: 2 }),
      fieldOf('合计', { type: 'formula', expression: 'sum([房费, 车费])', result: { type: 'number', scale: 2 } }),
    ]);
    const values = { 住宿: false, 房费: '300', 车费: '20' };
    const state = computeForm(schema, values, clock);
    expect(state.values).toMatchObject({ 房费: '300', 合计: '20.00' });
    expect(computeForm(schema, { ...values, 住宿: true }, clock).values.合计).toBe('320.00');
  });

  it('hides what stands in a section that is not shown', () => {
    const schema = formOf([fieldOf('甲', { type: 'text' })], { visibleWhen: 'false' });
    const state = computeForm(schema, {}, clock);
    expect(state.visible[schema.sections[0]?.id ?? '']).toBe(false);
    expect(stateOf(state, fieldByKey(schema, '甲')?.id ?? '').visible).toBe(false);
  });

  it('makes required what the matrix, the field or a condition asks for, as long as it can be edited', () => {
    const a = fieldOf('甲', { type: 'text', required: true });
    const b = fieldOf('乙', { type: 'text', requiredWhen: '甲 != null' });
    const c = fieldOf('丙', { type: 'text' });
    const d = fieldOf('丁', { type: 'text', required: true });
    const access = { fields: { [c.id]: 'required', [d.id]: 'read' }, default: 'edit', rows: {} } as const;
    const state = computeForm(formOf([a, b, c, d]), { 甲: 'x' }, { ...clock, access });
    expect([a, b, c, d].map((field) => stateOf(state, field.id).required)).toEqual([true, true, true, false]);
    expect(stateOf(state, d.id)).toMatchObject({ visible: true, editable: false });
  });

  it('gives a field that its condition closes the value from before', () => {
    const schema = formOf([fieldOf('改价', { type: 'switch' }), fieldOf('价格', { type: 'number', scale: 2, editableWhen: '改价' })]);
    const before = { 改价: false, 价格: '10' };
    expect(computeForm(schema, { 改价: false, 价格: '1' }, { ...clock, before }).values.价格).toBe('10');
    expect(computeForm(schema, { 改价: true, 价格: '1' }, { ...clock, before }).values.价格).toBe('1');
  });

  it('has a state of its own for each row where a column has conditions', () => {
    const note = columnOf('说明', { type: 'text', requiredWhen: '金额 > 100' });
    const schema = formOf([
      fieldOf('明细', { type: 'subTable', columns: [columnOf('金额', { type: 'number', scale: 0 }), note], totals: [] }),
    ]);
    const [small, large] = [newId(), newId()];
    const state = computeForm(
      schema,
      {
        明细: [
          { _id: small, 金额: '1' },
          { _id: large, 金额: '101' },
        ],
      },
      clock,
    );
    expect([stateOf(state, note.id, small).required, stateOf(state, note.id, large).required]).toEqual([false, true]);
  });

  it('leaves formulas that read a withheld value as the server had them', () => {
    const secret = fieldOf('成本', { type: 'number', scale: 2 });
    const schema = formOf([
      secret,
      fieldOf('售价', { type: 'number', scale: 2 }),
      fieldOf('毛利', { type: 'formula', expression: '售价 - 成本', result: { type: 'number', scale: 2 } }),
    ]);
    const access = { fields: { [secret.id]: 'hidden' }, default: 'edit', rows: {} } as const;
    const state = computeForm(schema, { 售价: '10', 毛利: '4.00' }, { ...clock, access, masked: true });
    expect(state.values.毛利).toBe('4.00');
    expect(stateOf(state, secret.id).visible).toBe(false);
    expect(computeForm(schema, { 售价: '10', 成本: '7', 毛利: '4.00' }, { ...clock, access }).values.毛利).toBe('3.00');
  });

  it('leaves formulas in a circle empty instead of hanging', () => {
    const result = { type: 'number', scale: 0 } as const;
    const schema = formOf([
      fieldOf('甲', { type: 'formula', expression: '乙 + 1', result }),
      fieldOf('乙', { type: 'formula', expression: '甲 + 1', result }),
    ]);
    expect(computeForm(schema, {}, clock).values).toMatchObject({ 甲: null, 乙: null });
  });
});

function rowsOf(value: Json | undefined): { [key: string]: Json }[] {
  return value as { [key: string]: Json }[];
}
