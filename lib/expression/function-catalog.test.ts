import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { functionCatalog } from './function-catalog';

describe('the catalogue of functions', () => {
  it('names every function once', () => {
    const names = functionCatalog.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.length).toBe(new Set(names).size);
  });

  it('is what docs/expressions.md tells', () => {
    const text = readFileSync('docs/expressions.md', 'utf8');
    const missing = functionCatalog
      .flatMap(({ name, aliases }) => [`\`${name}(`, ...aliases.map((alias) => `\`${alias}\``)])
      .filter((word) => !text.includes(word));
    expect(missing).toEqual([]);
  });

  it('comes with examples that compile', () => {
    const row = { 小计: 'number', 类别: 'string', 附件: { list: 'string' } } as const;
    const names = { 税率: 'number', 价税合计: 'number', 冲抵借款: 'number', 申请日期: 'date', 明细: { list: { context: row } } } as const;
    const [, block = ''] = /```\n([\s\S]*?)```/.exec(readFileSync('docs/expressions.md', 'utf8')) ?? [];
    const broken = block
      .trim()
      .split('\n')
      .filter((source) => !compile(source, { names }).ok);
    expect(broken).toEqual([]);
  });
});
