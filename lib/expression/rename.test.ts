import { describe, expect, it } from 'vitest';
import { rename } from './rename';
import type { NameSchema } from './types';

const names: NameSchema = {
  金额: 'number',
  小计: 'number',
  a: 'number',
  明细: { list: { context: { 小计: 'number', 类别: 'string' } } },
  其他: { list: { context: { 小计: 'number' } } },
};

describe('renaming an input', () => {
  it.each([
    ['金额 + 1', '总额 + 1'],
    ['  金额*金额 // 金额', '  总额*总额 // 金额'],
    ['"金额" + string(金额)', '"金额" + string(总额)'],
    ['金额 ＋ １', '总额 ＋ １'],
    ['for 金额 in [1] return 金额', 'for 金额 in [1] return 金额'],
    ['{金额: 金额}.金额', '{金额: 总额}.金额'],
    ['明细[小计 > 金额]', '明细[小计 > 总额]'],
    ['金额2 + 1', '金额2 + 1'],
    ['sum(明细.小计)', 'sum(明细.小计)'],
  ])('%s', (source, expected) => {
    expect(rename(source, '金额', '总额', { names: { ...names, 金额2: 'number' } })).toEqual({ ok: true, value: expected });
    expect(rename(source, '金额', '总额')).toEqual({ ok: true, value: expected });
  });
});

describe('renaming a column', () => {
  it.each([
    ['sum(明细.小计)', 'sum(明细.价税)'],
    ['明细[小计 > 小计2].小计', '明细[价税 > 小计2].价税'],
    ['for r in 明细 return r.小计 + 小计', 'for r in 明细 return r.价税 + 小计'],
    ['sum(其他.小计) + 小计', 'sum(其他.小计) + 小计'],
    ['明细[item.小计 > 1]', '明细[item.价税 > 1]'],
    ['sort(明细, function(x, y) x.小计 < y.小计).小计', 'sort(明细, function(x, y) x.价税 < y.价税).价税'],
    ['明细[类别 = "小计"]', '明细[类别 = "小计"]'],
  ])('%s', (source, expected) => {
    expect(rename(source, '明细.小计', '明细.价税', { names: { ...names, 小计2: 'number' } })).toEqual({ ok: true, value: expected });
    expect(rename(source, '明细.小计', '明细.价税')).toEqual({ ok: true, value: expected });
  });

  it('renames the table before the dot', () => {
    expect(rename('sum(明细[小计 > 1].小计)', '明细', '费用', { names })).toEqual({ ok: true, value: 'sum(费用[小计 > 1].小计)' });
  });
});

describe('a rename is refused', () => {
  it.each(['1号', '金额(元)', '', 'if', 'a b', 'item', '总额.小计'])('to %j, which is no name', (to) => {
    expect(rename('金额 + 1', '金额', to, { names })).toMatchObject({ ok: false, error: { code: 'EXPR_NAME_INVALID' } });
  });

  it('when a loop variable would catch the new name', () => {
    expect(rename('for 总额 in [1] return 金额 + 总额', '金额', '总额', { names })).toMatchObject({
      ok: false,
      error: { code: 'EXPR_NAME_TAKEN' },
    });
  });

  it('when a column would catch the new name', () => {
    expect(rename('明细[小计 > 金额]', '金额', '类别', { names })).toMatchObject({ ok: false, error: { code: 'EXPR_NAME_TAKEN' } });
  });

  it('when the expression cannot be read', () => {
    expect(rename('金额 +', '金额', '总额', { names })).toMatchObject({ ok: false, error: { code: 'EXPR_INCOMPLETE' } });
  });
});
