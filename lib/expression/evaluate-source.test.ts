import { describe, expect, it } from 'vitest';
import { evaluateSource } from './evaluate-source';

const now = '2026-11-21T02:00:00.000Z';
const names = { 金额: 'number', 明细: { list: { context: { 小计: 'number' } } } } as const;

describe('expressions over form values', () => {
  it('see an amount of money as its number', () => {
    expect(evaluateSource('金额 >= 20000', { names, values: { 金额: { amount: '20000.00', currency: 'CNY' } }, now })).toEqual({
      ok: true,
      value: true,
    });
  });
  it('see amounts in rows of a sub-table too, exactly', () => {
    const rows = [
      { _id: 'a', 小计: { amount: '0.10', currency: 'CNY' } },
      { _id: 'b', 小计: { amount: '0.20', currency: 'CNY' } },
    ];
    expect(evaluateSource('sum(明细.小计) = 0.3', { names, values: { 明细: rows }, now })).toEqual({ ok: true, value: true });
  });
  it('say what is wrong with a source that cannot be compiled', () => {
    const result = evaluateSource('金额 >', { names, values: {}, now });
    expect(result.ok).toBe(false);
  });
});
