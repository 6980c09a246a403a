import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, mul, sum } from '@/lib/decimal';
import type { Json } from '@/lib/json';
import { compile, type CompileOptions, type Compiled } from './compile';
import { type Environment, evaluate, evaluateBoolean, evaluateDecimal, evaluateString, toJson } from './evaluate';
import type { NameSchema } from './types';

const NOW = '2026-11-21T04:05:06Z';

function compiled(source: string, names: NameSchema = {}, options: Partial<CompileOptions> = {}): Compiled {
  const result = compile(source, { names, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.expression;
}

function run(source: string, names: NameSchema, values: Record<string, Json>, environment: Partial<Environment> = {}): unknown {
  const result = evaluate(compiled(source, names), { values, now: NOW, ...environment });
  return result.ok ? toJson(result.value) : result.error;
}

describe('inputs are read by their type', () => {
  it.each<[type: NameSchema[string], input: Json, output: Json]>([
    ['number', '86400.00', '86400'],
    ['number', '99999999999999999.99', '99999999999999999.99'],
    ['number', '9007199254740993', '9007199254740993'],
    ['number', 12.5, '12.5'],
    ['number', '', null],
    ['number', null, null],
    ['string', '', ''],
    ['string', '007', '007'],
    ['boolean', false, false],
    ['date', '2026-11-21', '2026-11-21'],
    ['date', '', null],
    ['time', '09:30', '09:30:00'],
    ['time', '09:30:15', '09:30:15'],
    ['dateTime', '2026-11-20T20:00:00.123Z', '2026-11-21T04:00:00.123+08:00'],
    ['dateTime', '2026-11-20T20:00', '2026-11-20T20:00:00'],
    ['duration', 'PT36H', 'P1DT12H'],
    ['yearsMonths', 'P18M', 'P1Y6M'],
    [{ list: 'number' }, ['1', null, '2.50'], ['1', null, '2.5']],
    [{ context: { a: 'number' } }, { a: '1', b: 'not declared' }, { a: '1' }],
    ['any', { a: [1, 'x', null, true] }, { a: ['1', 'x', null, true] }],
    ['any', 0.1, '0.1'],
  ])('a %j from %j', (type, input, output) => {
    expect(run('x', { x: type }, { x: input })).toEqual(output);
  });

  it.each<[type: NameSchema[string], input: Json, name: string]>([
    ['number', 'abc', 'x'],
    ['number', '1e3', 'x'],
    ['number', '１２', 'x'],
    ['number', '+1', 'x'],
    ['number', '007', 'x'],
    ['number', 2 ** 53, 'x'],
    ['number', true, 'x'],
    ['string', 5, 'x'],
    ['boolean', 'true', 'x'],
    ['date', '2026-02-30', 'x'],
    ['date', '2026-11-21T00:00:00Z', 'x'],
    ['dateTime', 'yesterday', 'x'],
    ['duration', 'P1Y', 'x'],
    [{ list: 'number' }, '1', 'x'],
    [{ list: 'number' }, ['1', 'b'], 'x[2]'],
    [{ context: { a: 'number' } }, [], 'x'],
  ])('a %j is not made from %j', (type, input, name) => {
    expect(run('x', { x: type }, { x: input })).toMatchObject({ code: 'EXPR_INPUT', params: { name } });
  });

  it('says which cell is wrong, at the name that reads it', () => {
    const names: NameSchema = { 明细: { list: { context: { 小计: 'number' } } } };
    expect(run('1 + sum(明细.小计)', names, { 明细: [{ 小计: '1' }, { 小计: 'x' }] })).toEqual({
      code: 'EXPR_INPUT',
      from: 11,
      to: 13,
      params: { name: '明细[2].小计', expected: 'number' },
    });
  });

  it('does not look at what the expression does not use', () => {
    expect(run('a + 1', { a: 'number', b: 'number' }, { a: '1', b: 'broken' })).toBe('2');
  });
});

describe('the clock and the place come from the environment', () => {
  const names: NameSchema = { at: 'dateTime', day: 'date' };
  const values = { at: '2026-11-20T20:00:00Z', day: '2026-11-21' };

  it('tells the day of the place', () => {
    expect(run('today()', names, values, { now: '2026-11-20T20:00:00Z' })).toBe('2026-11-21');
    expect(run('today()', names, values, { now: '2026-11-20T20:00:00Z', timeZone: 'UTC' })).toBe('2026-11-20');
    expect(run('date(at) = day', names, values)).toBe(true);
    expect(run('date(at) = day', names, values, { timeZone: 'America/New_York' })).toBe(false);
  });

  it('compares instants, whatever place they are told in', () => {
    expect(run('at < now()', names, values)).toBe(true);
    expect(run('at = date and time("2026-11-21T04:00:00")', names, values)).toBe(true);
  });

  it('follows changes of the clock', () => {
    const paris = { timeZone: 'Europe/Paris' };
    expect(run('date and time("2026-03-29T02:30:00@Europe/Paris")', {}, {}, paris)).toBe('2026-03-29T02:30:00+01:00');
    expect(run('at', { at: 'dateTime' }, { at: '2026-07-01T12:00:00Z' }, paris)).toBe('2026-07-01T14:00:00+02:00');
    expect(run('at', { at: 'dateTime' }, { at: '2026-01-01T12:00:00Z' }, paris)).toBe('2026-01-01T13:00:00+01:00');
  });

  it('refuses a caller without a real instant or place', () => {
    expect(() => run('today()', {}, {}, { now: '2026-11-21' })).toThrow(RangeError);
    expect(() => run('1', {}, {}, { timeZone: 'Nowhere/Land' })).toThrow(RangeError);
  });
});

describe('typed results', () => {
  const environment = { values: { x: '2', 空: null }, now: NOW };
  const names: NameSchema = { x: 'number', 空: 'number', 任意: 'any' };

  it('gives conditions, numbers and texts', () => {
    expect(evaluateBoolean(compiled('x > 1', names), environment)).toEqual({ ok: true, value: true });
    expect(evaluateBoolean(compiled('空 > 1', names), environment)).toEqual({ ok: true, value: null });
    expect(evaluateDecimal(compiled('x / 3', names), environment)).toEqual({ ok: true, value: '0.6666666666666666666666666666666667' });
    expect(evaluateDecimal(compiled('10 ** 40', names), environment)).toEqual({ ok: true, value: `1${'0'.repeat(40)}` });
    expect(evaluateString(compiled('"a" + string(x)', names), environment)).toEqual({ ok: true, value: 'a2' });
  });

  it('refuses a value of another kind', () => {
    const values = { 任意: '5' };
    expect(evaluateDecimal(compiled('任意', names), { values, now: NOW })).toMatchObject({
      ok: false,
      error: { code: 'EXPR_TYPE_RESULT' },
    });
    expect(evaluateBoolean(compiled('任意', names), { values, now: NOW })).toMatchObject({
      ok: false,
      error: { code: 'EXPR_TYPE_RESULT' },
    });
    expect(evaluateString(compiled('x', names), environment)).toMatchObject({ ok: false });
  });

  it('calls functions of the program around with plain data', () => {
    const functions = { rate: { params: [{ name: 'currency', type: 'string' as const }], result: 'number' as const } };
    const expression = compiled('x * rate("USD")', names, { functions });
    const result = evaluate(expression, { ...environment, functions: { rate: ([currency]) => (currency === 'USD' ? '7.12' : null) } });
    expect(result.ok && toJson(result.value)).toBe('14.24');
    const missing = evaluate(expression, environment);
    expect(missing.ok && toJson(missing.value)).toBeNull();
  });
});

describe('decimals are exact', { timeout: 60_000 }, () => {
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 4 }))
    .map(([coefficient, scale]) => {
      const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
      const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      return coefficient < 0n ? `-${text}` : text;
    });

  it('sums any list of amounts like integers', () => {
    const total = compiled('sum(rows)', { rows: { list: 'number' } });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (rows) => {
        const result = evaluateDecimal(total, { values: { rows }, now: NOW });
        expect(result.ok && compare(result.value ?? '', sum(rows))).toBe(0);
      }),
    );
  });

  it('adds and multiplies like integers while the digits fit', () => {
    const names: NameSchema = { a: 'number', b: 'number' };
    const [plus, times] = [compiled('a + b', names), compiled('a * b', names)];
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const environment = { values: { a, b }, now: NOW };
        const [added, multiplied] = [evaluateDecimal(plus, environment), evaluateDecimal(times, environment)];
        expect(added.ok && compare(added.value ?? '', add(a, b))).toBe(0);
        expect(multiplied.ok && compare(multiplied.value ?? '', mul(a, b))).toBe(0);
      }),
    );
  });
});
