import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { explain } from './explain';
import type { Json } from '@/lib/json';
import type { NameSchema } from './types';

const names: NameSchema = { 价税合计: 'number', 税率: 'number', 明细: { list: { context: { 小计: 'number' } } } };
const NOW = '2026-11-21T04:05:06Z';

function trace(source: string, values: Record<string, Json>): [string, unknown, number][] {
  const compiled = compile(source, { names });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return explain(compiled.expression, { values, now: NOW }).steps.map((step) => [step.source, step.value, step.times]);
}

describe('why a result is what it is', () => {
  it('shows every part that was reached, inner ones first', () => {
    expect(
      trace('if 税率 = null then 0 else round half up(价税合计 / (1 + 税率) * 税率, 2)', { 价税合计: '1020.00', 税率: '0.06' }),
    ).toEqual([
      ['税率', '0.06', 1],
      ['税率 = null', false, 1],
      ['价税合计', '1020', 1],
      ['税率', '0.06', 1],
      ['1 + 税率', '1.06', 1],
      ['价税合计 / (1 + 税率)', '962.2641509433962264150943396226415', 1],
      ['税率', '0.06', 1],
      ['价税合计 / (1 + 税率) * 税率', '57.73584905660377358490566037735849', 1],
      ['round half up(价税合计 / (1 + 税率) * 税率, 2)', '57.74', 1],
      ['if 税率 = null then 0 else round half up(价税合计 / (1 + 税率) * 税率, 2)', '57.74', 1],
    ]);
  });

  it('leaves out what was not reached', () => {
    expect(trace('if 税率 = null then 0 else 价税合计', { 税率: null }).map(([source]) => source)).toEqual([
      '税率',
      '税率 = null',
      'if 税率 = null then 0 else 价税合计',
    ]);
  });

  it('tells of a loop the first round and how many there were', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ 小计: String(index) }));
    const steps = trace('for r in 明细 return r.小计 + 1', { 明细: rows });
    expect(steps.find(([source]) => source === 'r.小计 + 1')).toEqual(['r.小计 + 1', '1', 30]);
    expect(steps.at(-1)?.[1]).toHaveLength(10);
  });

  it('keeps what was reached when it stops', () => {
    const compiled = compile('税率 + count(for i in 1..1e9 return i)', { names });
    if (!compiled.ok) throw new Error('should compile');
    const { result, steps } = explain(compiled.expression, { values: { 税率: '1' }, now: NOW });
    expect(result).toMatchObject({ ok: false, error: { code: 'EXPR_BUDGET' } });
    expect(steps[0]).toMatchObject({ source: '税率', value: '1' });
  });
});
