import { describe, expect, it } from 'vitest';
import { memberNames, namesInReach } from './reach';
import type { NameSchema } from './types';

const names: NameSchema = {
  金额: 'number',
  日期: 'date',
  明细: { list: { context: { 小计: 'number', 日期: 'date' } } },
  申请人: { context: { 姓名: 'string', 部门: { context: { 名称: 'string' } } } },
};
const only = (list: readonly (readonly [string, unknown])[] | null): string[] | null => list?.map(([name]) => name) ?? null;

describe('what may follow in an unfinished expression', () => {
  it.each<[before: string, expected: string[] | null]>([
    ['1 + 申请人.', ['姓名', '部门']],
    ['申请人.部门.', ['名称']],
    ['sum(明细.', ['小计', '日期']],
    ['明细[小计 > 1].', ['小计', '日期']],
    ['明细。', ['小计', '日期']],
    ['日期.', ['year', 'month', 'day', 'weekday']],
    ['明细.日期.', ['year', 'month', 'day', 'weekday']],
    ['金额.', []],
    ['不在.', []],
    ['1 + ', null],
    ['for i in 1..', null],
  ])('%s', (before, expected) => {
    expect(only(memberNames(before, names))).toEqual(expected);
  });

  it.each<[before: string, expected: string[]]>([
    ['明细[', ['小计', '日期']],
    ['明细[小计 > 1 and ', ['小计', '日期']],
    ['sum(明细【', ['小计', '日期']],
    ['明细[小计 > 1] + ', []],
    ['[1, ', []],
    ['', []],
  ])('names of the row after %j', (before, expected) => {
    expect(only(namesInReach(before, names).row)).toEqual(expected);
  });
});
