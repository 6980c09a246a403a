import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { isUsableName } from './name';

describe('names of fields', () => {
  it.each([
    '金额',
    '总额2',
    '_x',
    'amount',
    'totalAmount',
    'été',
    '日',
    'ID',
    '金额１',
    'date',
    'time',
    'list',
    'context',
    'string',
    'order',
  ])('%s can be used', (name) => {
    expect(isUsableName(name)).toBe(true);
    const compiled = compile(`${name} + x.${name}`, { names: { [name]: 'number', x: { context: { [name]: 'number' } } } });
    expect(compiled.ok).toBe(true);
  });

  it.each([
    '',
    '1号',
    'a b',
    '金额(元)',
    '数量-损耗',
    'a.b',
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    'some',
    'every',
    'and',
    'or',
    'between',
    'true',
    'false',
    'null',
    'function',
    'instance',
    'satisfies',
    'item',
    'partial',
    '?',
    'a:b',
    '🐎',
    'x'.repeat(61),
  ])('%s cannot', (name) => {
    expect(isUsableName(name)).toBe(false);
  });
});
