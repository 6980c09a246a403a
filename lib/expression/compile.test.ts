import { describe, expect, it } from 'vitest';
import { type CompileOptions, compile } from './compile';
import type { ExpressionError, NameSchema } from './types';

const names: NameSchema = {
  金额: 'number',
  数量: 'number',
  税率: 'number',
  名称: 'string',
  日期: 'date',
  申请时间: 'dateTime',
  同意: 'boolean',
  明细: { list: { context: { 小计: 'number', 类别: 'string', 附件: { list: 'string' } } } },
  申请人: { context: { 姓名: 'string', 部门: { context: { 名称: 'string' } } } },
  未知: 'any',
};

function errorsOf(source: string, options: Partial<CompileOptions> = {}): ExpressionError[] {
  const compiled = compile(source, { names, ...options });
  return compiled.ok ? [] : compiled.errors;
}

describe('errors stand where the mistake is', () => {
  it.each<[source: string, code: string, marked: string, params: object]>([
    ['金额 + 名称', 'EXPR_TYPE_PAIR', '金额 + 名称', { operator: '+', left: 'number', right: 'string' }],
    ['数量 × (金额 ＋ 单价)', 'EXPR_UNKNOWN_NAME', '单价', { name: '单价', suggestion: '' }],
    ['金饿 * 2', 'EXPR_UNKNOWN_NAME', '金饿', { name: '金饿', suggestion: '金额' }],
    ['明细.小记', 'EXPR_UNKNOWN_FIELD', '小记', { name: '小记', suggestion: '小计' }],
    ['申请人.部门.代码', 'EXPR_UNKNOWN_FIELD', '代码', { name: '代码', suggestion: '' }],
    ['1 + sume(明细.小计)', 'EXPR_UNKNOWN_FUNCTION', 'sume', { name: 'sume', suggestion: 'sum' }],
    ['if 金额 then 1 else 2', 'EXPR_TYPE', '金额', { expected: 'boolean', actual: 'number' }],
    ['名称 > 5', 'EXPR_TYPE_PAIR', '名称 > 5', { operator: '>', left: 'string', right: 'number' }],
    ['申请时间 < 日期', 'EXPR_TYPE_PAIR', '申请时间 < 日期', { operator: '<', left: 'dateTime', right: 'date' }],
    [
      'sum(明细.类别)',
      'EXPR_ARGUMENT_TYPE',
      '明细.类别',
      { function: 'sum', parameter: 'list', expected: 'list<number>', actual: 'list<string>' },
    ],
    [
      'round half up(金额, "2")',
      'EXPR_ARGUMENT_TYPE',
      '"2"',
      { function: 'round half up', parameter: 'scale', expected: 'number', actual: 'string' },
    ],
    ['round half up()', 'EXPR_ARGUMENT_COUNT', 'round half up()', { function: 'round half up', min: 1, max: 2, actual: 0 }],
    ['matches(名称, "[")', 'EXPR_PATTERN', '"["', { pattern: '[' }],
    ['金额 == 5', 'EXPR_SYMBOL', '==', { symbol: '==', use: '=' }],
    ['金额 ＝＝ 5', 'EXPR_SYMBOL', '＝＝', { symbol: '==', use: '=' }],
    ['金额 ≥ 5', 'EXPR_SYMBOL', '≥', { symbol: '≥', use: '>=' }],
    ['同意 && 同意', 'EXPR_SYMBOL', '&&', { symbol: '&&', use: 'and' }],
    ['金额 * 5%', 'EXPR_SYMBOL', '%', { symbol: '%', use: 'modulo(…)' }],
    ['金额 + "没完', 'EXPR_UNCLOSED', '"没完', { token: '"' }],
    ['(金额 + (1', 'EXPR_UNCLOSED', '(', { token: '(' }],
    ['金额 +', 'EXPR_INCOMPLETE', '', {}],
    ['if 金额 > 1 then 1', 'EXPR_ELSE_MISSING', '', {}],
    ['if 金额 > 1 then 1 else', 'EXPR_INCOMPLETE', '', {}],
    ['', 'EXPR_INCOMPLETE', '', {}],
    ['   ', 'EXPR_INCOMPLETE', '', {}],
    ['1 5', 'EXPR_SYNTAX', '5', { token: '5' }],
    ['金额 5', 'EXPR_UNKNOWN_NAME', '金额 5', { name: '金额 5', suggestion: '金额' }],
    ['金额 )', 'EXPR_SYNTAX', ')', { token: ')' }],
    ['1号 + 1', 'EXPR_SYNTAX', '号', { token: '号' }],
    ['金额(元)', 'EXPR_UNKNOWN_FUNCTION', '金额', { name: '金额', suggestion: '' }],
    ['@"2026-02-30"', 'EXPR_LITERAL', '@"2026-02-30"', { token: '@"2026-02-30"' }],
    ['for i in 金额 return i', 'EXPR_TYPE', '金额', { expected: 'list', actual: 'number' }],
    ['明细["a"]', 'EXPR_TYPE', '"a"', { expected: 'boolean', actual: 'string' }],
  ])('%s: %s', (source, code, marked, params) => {
    const [error] = errorsOf(source);
    expect(error).toMatchObject({ code, params });
    expect(source.slice(error?.from, error?.to)).toBe(marked);
  });

  it('reports every mistake of a well-formed expression, from left to right', () => {
    expect(errorsOf('甲 + 乙 * sum(丙)').map(({ code, from }) => [code, from])).toEqual([
      ['EXPR_UNKNOWN_NAME', 0],
      ['EXPR_UNKNOWN_NAME', 4],
      ['EXPR_UNKNOWN_NAME', 12],
    ]);
  });

  it('refuses a result of another type than expected', () => {
    expect(errorsOf(' 金额 + 1 ', { expect: 'boolean' })).toEqual([
      { code: 'EXPR_TYPE_RESULT', from: 1, to: 7, params: { expected: 'boolean', actual: 'number' } },
    ]);
    expect(errorsOf('金额 > 1', { expect: 'boolean' })).toEqual([]);
    expect(errorsOf('未知', { expect: 'boolean' })).toEqual([]);
    expect(errorsOf('null', { expect: 'boolean' })).toEqual([]);
    expect(errorsOf('明细.类别', { expect: { list: 'string' } })).toEqual([]);
    expect(errorsOf('明细.小计', { expect: { list: 'string' } })).toHaveLength(1);
  });
});

describe('full-width input means what it looks like', () => {
  it.each([
    ['数量×金额÷２', 'number'],
    ['（数量＋１）－０．５', 'number'],
    ['金额＞＝１００ and 数量＜５', 'boolean'],
    ['名称＝“合同”', 'boolean'],
    ['名称 = ”合同“', 'boolean'],
    ['金额！＝1', 'boolean'],
    ['明细【1】。小计', 'number'],
    ['sum（明细．小计）', 'number'],
    ['金额 in （1，2、3）', 'boolean'],
    ['名称 = "（全角）"', 'boolean'],
  ])('%s', (source, type) => {
    const compiled = compile(source, { names });
    expect(compiled.ok ? compiled.expression.type : compiled.errors).toBe(type);
  });

  it('leaves texts and comments alone', () => {
    const compiled = compile('"１＋１" /* × */ + "÷"', { names });
    expect(compiled.ok && compiled.expression.type).toBe('string');
  });

  it('lets digits of either width be part of a name', () => {
    expect(errorsOf('金额１ + 金额2', { names: { 金额１: 'number', 金额2: 'number' } })).toEqual([]);
  });
});

describe('types', () => {
  it.each<[string, unknown]>([
    ['金额 + 1', 'number'],
    ['未知 + 1', 'number'],
    ['未知 + 未知', 'any'],
    ['未知 + "a"', 'string'],
    ['if 同意 then 1 else null', 'number'],
    ['if 同意 then 1 else "a"', 'any'],
    ['[1, null]', { list: 'number' }],
    ['[]', { list: 'any' }],
    ['明细', { list: { context: { 小计: 'number', 类别: 'string', 附件: { list: 'string' } } } }],
    ['明细[1]', { context: { 小计: 'number', 类别: 'string', 附件: { list: 'string' } } }],
    ['明细[小计 > 1].类别', { list: 'string' }],
    ['明细.附件', { list: { list: 'string' } }],
    ['for r in 明细 return r.小计', { list: 'number' }],
    ['for r in 明细, n in 1..3 return r.小计 * n', { list: 'number' }],
    ['{a: 1, b: {c: "x"}}', { context: { a: 'number', b: { context: { c: 'string' } } } }],
    ['申请人.部门.名称', 'string'],
    ['日期 + duration("P1D")', 'date'],
    ['日期 + duration("P1M")', 'date'],
    ['日期 - 日期', 'duration'],
    ['duration("P1Y")', 'yearsMonths'],
    ['duration(名称)', 'any'],
    ['日期.year', 'number'],
    ['max(明细.小计)', 'number'],
    ['sort(明细, function(a, b) a.小计 < b.小计)[1].类别', 'string'],
    ['[1..5]', 'any'],
    ['coalesce(金额, 0)', 'number'],
    ['concatenate([1], [2])', { list: 'number' }],
    ['append(["a"], "b")', { list: 'string' }],
  ])('%s', (source, type) => {
    const compiled = compile(source, { names });
    expect(compiled.ok ? compiled.expression.type : compiled.errors).toEqual(type);
  });
});

describe('references', () => {
  it.each<[string, string[]]>([
    ['1 + 2', []],
    ['金额 + 数量 * 金额', ['金额', '数量']],
    ['sum(明细.小计)', ['明细.小计']],
    ['明细[类别 = "住宿"].小计', ['明细.类别', '明细.小计']],
    ['sum(明细[小计 > 金额].小计)', ['明细.小计', '金额']],
    ['count(明细)', ['明细']],
    ['count(明细[小计 > 1])', ['明细.小计', '明细']],
    ['for r in 明细 return r.小计', ['明细.小计']],
    ['for r in 明细 return 1', ['明细']],
    ['some r in 明细 satisfies r.类别 = 名称', ['明细.类别', '名称']],
    ['for r in 明细[小计 > 1] return r.附件', ['明细.小计', '明细.附件']],
    ['申请人.部门.名称', ['申请人.部门.名称']],
    ['日期.year', ['日期']],
    ['for 金额 in [1] return 金额', []],
    ['{金额: 1, b: 金额}.b', []],
    ['sort(明细, function(a, b) a.小计 < b.小计).类别', ['明细.小计', '明细.类别']],
    ['明细[1] = 明细[2]', ['明细']],
  ])('%s', (source, references) => {
    const compiled = compile(source, { names });
    expect(compiled.ok ? compiled.expression.references : compiled.errors).toEqual(references);
  });
});

describe('functions of the program around', () => {
  const functions = { 'exchange rate': { params: [{ name: 'currency', type: 'string' as const }], result: 'number' as const } };

  it('are checked like built-in ones', () => {
    expect(errorsOf('金额 * exchange rate("USD")', { functions })).toEqual([]);
    expect(errorsOf('exchange rate(1)', { functions })[0]?.code).toBe('EXPR_ARGUMENT_TYPE');
    expect(errorsOf('exchange rate()', { functions })[0]?.code).toBe('EXPR_ARGUMENT_COUNT');
    expect(errorsOf('exchange rate("USD") + "a"', { functions })[0]?.code).toBe('EXPR_TYPE_PAIR');
    expect(errorsOf('exchange rate("USD")')[0]?.code).toBe('EXPR_UNKNOWN_FUNCTION');
  });
});

describe('names of several words', () => {
  it('may hold words of the language', () => {
    expect(errorsOf('for i in days in weekend return i = "sunday"', { names: { 'days in weekend': { list: 'string' } } })).toEqual([]);
    expect(errorsOf('order and item + 1', { names: { 'order and item': 'number' } })).toEqual([]);
  });
});
