import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { type ClauseKind, readCondition, writeCondition } from './simple-condition';

const kinds: Record<string, ClauseKind> = { 金额: 'number', 类别: 'text', 标签: 'list', 日期: 'date', 加急: 'boolean', 人: 'other' };
const kindOf = (name: string): ClauseKind | null => kinds[name] ?? null;
const names = {
  金额: 'number',
  类别: 'string',
  标签: { list: 'string' },
  日期: 'date',
  加急: 'boolean',
  人: 'string',
} as const;

describe('a condition made of clauses', () => {
  it.each([
    '金额 >= 5000',
    '金额 < -1.5',
    '类别 = "car" and 金额 > 5',
    '类别 = "a" or 类别 = "b" or 金额 = null',
    '类别 in ("train", "plane")',
    'contains(类别, "say \\"hi\\" \\\\")',
    'list contains(标签, "x")',
    'count(标签) = 0',
    'count(标签) > 0',
    '日期 >= date("2026-01-01")',
    '加急 = true',
    '加急 = false',
    '人 != null',
  ])('%s is read, written the same, and can be run', (source) => {
    const read = readCondition(source, kindOf);
    expect(read).not.toBeNull();
    expect(read && writeCondition(read, kindOf)).toBe(source);
    expect(compile(source, { names, expect: 'boolean' }).ok).toBe(true);
  });

  it('is read from what people write by hand too', () => {
    expect(readCondition(' 金额 ＞ 100 ', kindOf)).toEqual({
      join: 'and',
      clauses: [{ name: '金额', operator: 'greater', values: ['100'] }],
    });
    expect(readCondition('加急', kindOf)?.clauses).toEqual([{ name: '加急', operator: 'equal', values: ['true'] }]);
    expect(readCondition('类别 in ["a"]', kindOf)?.clauses).toEqual([{ name: '类别', operator: 'oneOf', values: ['a'] }]);
    expect(readCondition('  ', kindOf)).toEqual({ join: 'and', clauses: [] });
  });

  it.each([
    '金额 > 其他',
    '金额 + 1 > 5',
    '类别 = "a" and (金额 > 5 or 金额 < 1)',
    'not(加急)',
    '金额 = "5"',
    'sum(标签) > 0',
    '标签 = null',
    'if 加急 then true else false',
    '走失 = "x"',
    '金额 >',
  ])('%s says more, and stays text', (source) => {
    expect(readCondition(source, kindOf)).toBeNull();
  });
});
