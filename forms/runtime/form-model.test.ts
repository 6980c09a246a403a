import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { fieldByKey } from '../schema/walk';
import { tripForm } from '../testing/sample';
import { FormModel } from './form-model';

const clock = { now: '2026-11-21T02:00:00.000Z', timeZone: 'Asia/Shanghai' };
const editAll = { fields: {}, default: 'edit' as const, rows: {} };
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('a form while it is filled in', () => {
  it('computes with every change, and tells of it', () => {
    const model = new FormModel({ schema: tripForm(), access: editAll, values: {}, clock });
    let told = 0;
    model.subscribe(() => (told += 1));
    model.tables.get('预算明细')?.insert([{ _id: newId(), 单价: cny('1680.15'), 数量: '3' }]);
    expect(model.values.申请金额).toEqual(cny('5040.45'));
    expect(model.tables.get('预算明细')?.rows[0]?.小计).toEqual(cny('5040.45'));
    expect(told).toBe(1);
  });

  it('keeps the rows that did not change the same objects', () => {
    const rows = [newId(), newId()].map((_id) => ({ _id, 单价: cny('1'), 数量: '2' }));
    const model = new FormModel({ schema: tripForm(), access: editAll, values: { 预算明细: rows }, clock });
    const before = model.tables.get('预算明细')?.rows;
    model.tables.get('预算明细')?.setCell(rows[0]?._id ?? '', '数量', '5');
    const after = model.tables.get('预算明细')?.rows;
    expect(after?.[1]).toBe(before?.[1]);
    expect(after?.[0]?.小计).toEqual(cny('5.00'));
  });

  it('gives what changed only when nothing is wrong, and nothing that is computed', () => {
    const model = new FormModel({ schema: tripForm(), access: editAll, values: { 出差事由: '拜访客户' }, clock });
    expect(model.check().map(({ code, path }) => [code, path])).toEqual([
      ['FIELD_REQUIRED', '日期'],
      ['FIELD_REQUIRED', '预算明细'],
    ]);
    expect(model.changed()).toBeNull();
    model.set('日期', { start: '2026-12-07', end: '2026-12-11' });
    const row = { _id: newId(), 费用类别: '机票', 单价: cny('1'), 数量: '1' };
    model.tables.get('预算明细')?.insert([row]);
    expect(model.check()).toEqual([]);
    expect(model.changed()).toEqual({ 日期: { start: '2026-12-07', end: '2026-12-11' }, 预算明细: [row] });
  });

  it('shows what the server refused until the next change', () => {
    const model = new FormModel({ schema: tripForm(), access: editAll, values: {}, clock });
    model.refusedByServer([{ code: 'FIELD_REF', path: '出差事由' }]);
    expect(model.issues).toEqual([{ code: 'FIELD_REF', path: '出差事由' }]);
    model.set('出差事由', 'x');
    expect(model.issues).toEqual([]);
  });

  it('sends nothing of what it may not write', () => {
    const schema = tripForm();
    const reason = fieldByKey(schema, '出差事由');
    const model = new FormModel({
      schema,
      access: { fields: { [reason?.id ?? '']: 'edit' }, default: 'read', rows: {} },
      values: { 日期: { start: '2026-12-07', end: '2026-12-11' } },
      clock,
    });
    model.set('出差事由', '新的事由');
    model.set('日期', { start: '2026-01-01', end: '2026-01-02' });
    expect(model.changed()).toEqual({ 出差事由: '新的事由' });
  });
});
