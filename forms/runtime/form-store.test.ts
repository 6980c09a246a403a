import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { fieldByKey } from '../schema/walk';
import { tripForm } from '../testing/sample';
import { FormStore } from './form-store';

const clock = { now: '2026-11-21T02:00:00.000Z', timeZone: 'Asia/Shanghai' };
const editAll = { fields: {}, default: 'edit' as const, rows: {} };
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('a form while it is filled in', () => {
  it('computes with every change, and tells of it', () => {
    const store = new FormStore({ masked: true, schema: tripForm(), access: editAll, values: {}, clock });
    let told = 0;
    store.subscribe(() => (told += 1));
    store.tables.get('预算明细')?.insert([{ _id: newId(), 单价: cny('1680.15'), 数量: '3' }]);
    expect(store.values.申请金额).toEqual(cny('5040.45'));
    expect(store.tables.get('预算明细')?.rows[0]?.小计).toEqual(cny('5040.45'));
    expect(told).toBe(1);
  });

  it('keeps the rows that did not change the same objects', () => {
    const rows = [newId(), newId()].map((_id) => ({ _id, 单价: cny('1'), 数量: '2' }));
    const store = new FormStore({ masked: true, schema: tripForm(), access: editAll, values: { 预算明细: rows }, clock });
    const before = store.tables.get('预算明细')?.rows;
    store.tables.get('预算明细')?.setCell(rows[0]?._id ?? '', '数量', '5');
    const after = store.tables.get('预算明细')?.rows;
    expect(after?.[1]).toBe(before?.[1]);
    expect(after?.[0]?.小计).toEqual(cny('5.00'));
  });

  it('takes over what somebody else has changed meanwhile, and keeps what was changed here', () => {
    const rows = [{ _id: newId(), 单价: cny('100'), 数量: '2' }];
    const there = { 出差事由: '拜访客户', 出差地点: '杭州', 预算明细: rows };
    const store = new FormStore({ masked: true, schema: tripForm(), access: editAll, values: there, clock });
    store.set('出差事由', '拜访两家客户');
    store.rebase({ ...there, 出差地点: '上海', 预算明细: rows.map((row) => ({ ...row, 数量: '3' })) });
    expect(store.values).toMatchObject({ 出差事由: '拜访两家客户', 出差地点: '上海', 申请金额: cny('300.00') });
    expect(store.tables.get('预算明细')?.rows[0]?.数量).toBe('3');
    expect(store.changed()).toEqual({ 出差事由: '拜访两家客户' });
  });

  it('gives what changed, and nothing that is computed', () => {
    const store = new FormStore({ schema: tripForm(), access: editAll, values: { 出差事由: '拜访客户' }, clock, masked: true });
    expect(store.check().map(({ code, path }) => [code, path])).toEqual([
      ['FIELD_REQUIRED', '日期'],
      ['FIELD_REQUIRED', '预算明细'],
    ]);
    store.set('日期', { start: '2026-12-07', end: '2026-12-11' });
    const row = { _id: newId(), 费用类别: '机票', 单价: cny('1'), 数量: '1' };
    store.tables.get('预算明细')?.insert([row]);
    expect(store.issues).toEqual([]);
    expect(store.changed()).toEqual({ 日期: { start: '2026-12-07', end: '2026-12-11' }, 预算明细: [row] });
  });

  it('shows what is wrong with a field when it was left, and with all of them after trying to submit', () => {
    const store = new FormStore({ schema: tripForm(), access: editAll, values: {}, clock, masked: true });
    store.set('出差事由', '短');
    expect(store.shownIssues('出差事由')).toEqual([]);
    store.leave('出差事由');
    expect(store.shownIssues('出差事由')).toMatchObject([{ code: 'FIELD_LENGTH' }]);
    expect(store.shownIssues('日期')).toEqual([]);
    store.set('出差事由', '拜访客户');
    expect(store.shownIssues('出差事由')).toEqual([]);
    store.check();
    expect(store.shownIssues('日期')).toMatchObject([{ code: 'FIELD_REQUIRED' }]);
  });

  it('does not nag about a row that was just added, until its table is left or everything is checked', () => {
    const store = new FormStore({ schema: tripForm(), access: editAll, values: {}, clock, masked: true });
    const inTable = () => store.shownIssues('预算明细').map(({ path }) => path);
    store.check();
    expect(inTable()).toEqual(['预算明细']);
    store.tables.get('预算明细')?.insert([{ _id: newId(), 费用类别: '机票' }]);
    expect(inTable()).toEqual([]);
    store.leave('预算明细');
    expect(inTable()).toEqual(['预算明细[0].单价', '预算明细[0].数量']);
    store.tables.get('预算明细')?.insert([{ _id: newId() }]);
    expect(inTable()).toHaveLength(2);
    expect(store.check()).toHaveLength(7);
  });

  it('shows what the server refused until the next change', () => {
    const store = new FormStore({ masked: true, schema: tripForm(), access: editAll, values: {}, clock });
    store.refuse([{ code: 'FIELD_REF', path: '出差事由' }]);
    expect(store.issues).toEqual([{ code: 'FIELD_REF', path: '出差事由' }]);
    store.set('出差事由', 'x');
    expect(store.shownIssues('出差事由')).not.toMatchObject([{ code: 'FIELD_REF' }]);
  });

  it('sends nothing of what it may not write', () => {
    const schema = tripForm();
    const reason = fieldByKey(schema, '出差事由');
    const store = new FormStore({
      masked: true,
      schema,
      access: { fields: { [reason?.id ?? '']: 'edit' }, default: 'read', rows: {} },
      values: { 日期: { start: '2026-12-07', end: '2026-12-11' } },
      clock,
    });
    store.set('出差事由', '新的事由');
    store.set('日期', { start: '2026-01-01', end: '2026-01-02' });
    expect(store.changed()).toEqual({ 出差事由: '新的事由' });
  });
});
