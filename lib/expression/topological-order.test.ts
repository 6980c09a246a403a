import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { topologicalOrder } from './topological-order';
import type { NameSchema } from './types';

const row = { 单价: 'number', 数量: 'number', 小计: 'number', 税额: 'number', 占比: 'number' } as const;
const form: NameSchema = { a: 'number', b: 'number', c: 'number', 合计: 'number', 份额: 'number', 明细: { list: { context: row } } };

function order(formulas: Record<string, string>): unknown {
  return topologicalOrder(
    Object.entries(formulas).map(([name, source]) => {
      const names = name.includes('.') ? { ...form, ...row, 本行: { context: row } } : form;
      const compiled = compile(source, { names });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
      return { name, compiled: compiled.expression };
    }),
  );
}

describe('the order of formulas', () => {
  it('computes what is used before what uses it', () => {
    expect(order({ c: 'b + 1', b: 'a + 1', a: '1' })).toEqual({ ok: true, order: ['a', 'b', 'c'] });
  });

  it('keeps the given order where nothing depends', () => {
    expect(order({ b: '1', a: '2' })).toEqual({ ok: true, order: ['b', 'a'] });
  });

  it('computes columns before the totals over them', () => {
    expect(order({ 合计: 'sum(明细.小计)', '明细.小计': '单价 * 数量' })).toEqual({ ok: true, order: ['明细.小计', '合计'] });
  });

  it('computes the columns of a row after those beside them', () => {
    expect(order({ '明细.税额': '小计 * 0.06', '明细.小计': '本行.单价 * 数量' })).toEqual({ ok: true, order: ['明细.小计', '明细.税额'] });
  });

  it('computes totals before columns that use them', () => {
    expect(order({ '明细.占比': '小计 / 合计', 合计: 'sum(明细.小计)', '明细.小计': '单价 * 数量' })).toEqual({
      ok: true,
      order: ['明细.小计', '合计', '明细.占比'],
    });
  });

  it('lets a column use the number of rows, which no column changes', () => {
    expect(order({ '明细.占比': '1 / count(明细)' })).toEqual({ ok: true, order: ['明细.占比'] });
  });

  it('takes the use of whole rows as the use of all columns', () => {
    expect(order({ a: 'string length(string(明细[1]))', '明细.小计': '单价' })).toEqual({ ok: true, order: ['明细.小计', 'a'] });
  });
});

describe('circles', () => {
  it.each<[Record<string, string>, string[]]>([
    [{ a: 'a + 1' }, ['a', 'a']],
    [{ a: 'b', b: 'a' }, ['a', 'b', 'a']],
    [{ a: 'b', b: 'c', c: 'b' }, ['b', 'c', 'b']],
    [{ '明细.小计': '小计 + 1' }, ['明细.小计', '明细.小计']],
    [{ '明细.小计': '本行.税额', '明细.税额': '小计' }, ['明细.小计', '明细.税额', '明细.小计']],
    [{ 合计: 'sum(明细.小计)', '明细.小计': '合计 / 2' }, ['合计', '明细.小计', '合计']],
    [{ '明细.小计': 'sum(明细.小计)' }, ['明细.小计', '明细.小计']],
  ])('%j', (formulas, cycle) => {
    expect(order(formulas)).toEqual({ ok: false, cycle });
  });
});
