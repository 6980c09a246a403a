import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { evaluate, toJson } from './evaluate';
import { NOW } from './tck/tck';
import type { ExpressionErrorCode } from './types';

const names = { a: 'any', n: 'number', rows: { list: { context: { x: 'number' } } }, c: { context: { x: 'number' } } } as const;
const values = { a: { x: '1' }, n: '5', rows: [{ x: '1' }, { x: '2' }], c: { x: '1' } };

/** The code of the first error, at compile time or when it runs; 'fine' when there is none. */
function codeOf(source: string): ExpressionErrorCode | 'fine' {
  const compiled = compile(source, { names });
  if (!compiled.ok) return compiled.errors[0]?.code ?? 'EXPR_SYNTAX';
  const result = evaluate(compiled.expression, { values, now: NOW });
  return result.ok ? 'fine' : result.error.code;
}

describe('attempts to get out', () => {
  it.each<[string, ExpressionErrorCode]>([
    ['constructor.constructor("return process")()', 'EXPR_UNSUPPORTED'],
    ['constructor', 'EXPR_UNKNOWN_NAME'],
    ['__proto__', 'EXPR_UNKNOWN_NAME'],
    ['toString', 'EXPR_UNKNOWN_NAME'],
    ['toString()', 'EXPR_UNKNOWN_FUNCTION'],
    ['hasOwnProperty("a")', 'EXPR_UNKNOWN_FUNCTION'],
    ['this.x', 'EXPR_UNKNOWN_NAME'],
    ['process.env', 'EXPR_UNKNOWN_NAME'],
    ['globalThis', 'EXPR_UNKNOWN_NAME'],
    ['eval("1")', 'EXPR_UNKNOWN_FUNCTION'],
    ['require("fs")', 'EXPR_UNKNOWN_FUNCTION'],
    ['n.constructor', 'EXPR_UNKNOWN_FIELD'],
    ['c.constructor', 'EXPR_UNKNOWN_FIELD'],
    ['c.__proto__', 'EXPR_UNKNOWN_FIELD'],
    ['rows.constructor', 'EXPR_UNKNOWN_FIELD'],
    ['c["__proto__"]', 'EXPR_TYPE'],
    ['"a".length', 'EXPR_UNKNOWN_FIELD'],
    ['(function() 1)()', 'EXPR_UNSUPPORTED'],
    ['function() external {java: {class: "java.lang.Math"}}', 'EXPR_UNSUPPORTED'],
    ['`${1}`', 'EXPR_SYNTAX'],
    ['a; b', 'EXPR_SYNTAX'],
    ['a = function(x) x', 'EXPR_UNSUPPORTED'],
    ['new Date()', 'EXPR_UNKNOWN_FUNCTION'],
    ['${n}', 'EXPR_SYNTAX'],
    ['\u0000', 'EXPR_SYNTAX'],
    ['\u202en', 'EXPR_SYNTAX'],
  ])('%j is refused as %s', (source, code) => {
    const result = codeOf(source);
    expect(result === code || (code === 'EXPR_UNSUPPORTED' && result === 'EXPR_UNKNOWN_FIELD')).toBe(true);
  });

  it.each([
    'a.constructor',
    'a.__proto__',
    'a.toString',
    'a.hasOwnProperty',
    'get value(a, "constructor")',
    'get value(a, "__proto__")',
    'a.constructor.constructor',
    'rows[constructor = null].length',
  ])('%s of unknown data is null or refused, never a function', (source) => {
    const compiled = compile(source, { names });
    const result = compiled.ok ? evaluate(compiled.expression, { values, now: NOW }) : null;
    expect(result?.ok === true ? result.value : null).toBeNull();
  });

  it('finds no methods on an empty list', () => expect(codeOf('[].map.constructor')).toBe('fine'));

  it('reads only own properties of inputs, even when the caller passes an object with a prototype', () => {
    const compiled = compile('secret', { names: { secret: 'any' } });
    const inherited: Record<string, string> = Object.create({ secret: 'canary' });
    if (!compiled.ok) throw new Error('should compile');
    expect(evaluate(compiled.expression, { values: inherited, now: NOW })).toEqual({ ok: true, value: null });
  });

  it('keeps an entry named __proto__ an entry', () => {
    const compiled = compile('{"__proto__": {"polluted": true}}', { names: {} });
    if (!compiled.ok) throw new Error('should compile');
    const result = evaluate(compiled.expression, { values: {}, now: NOW });
    const json = result.ok ? toJson(result.value) : null;
    expect(Object.keys(json as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('budgets', { timeout: 60_000 }, () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
  it.each<[string, string]>([
    ['10,000 nested brackets', nested(10_000)],
    ['4,000 nested brackets', nested(4_000)],
    ['101 nested brackets', nested(101)],
    ['nested lists', '['.repeat(200)],
    ['nested ifs', `${'if true then 1 else '.repeat(600)}1`],
    ['nested minus signs', `${'-('.repeat(150)}1${')'.repeat(150)}`],
    ['a chain of 600 sums', Array(600).fill('1').join('+')],
    ['2,001 nodes', `[${Array(2_001).fill('1').join(',')}]`],
    ['a source of 20,000 characters', `"${'x'.repeat(20_000)}"`],
    ['a range of a billion', 'for i in 1..1e9 return i'],
    ['a range of 10^15', 'count(for i in 1..1e15 return 1)'],
    ['a downward range', 'for i in 1e9..1 return i'],
    ['a quantifier over a billion', 'some i in 1..1e9 satisfies i < 0'],
    ['loops in loops', 'for i in 1..1000, j in 1..1000 return i'],
    ['nested loops', 'for i in 1..1000 return for j in 1..1000 return j'],
    ['a filter in a loop', 'for i in 1..1000 return (for j in 1..100 return j)[item > i]'],
    ['a body of many nodes', `for i in 1..50000 return [${Array(100).fill('i').join(',')}]`],
    ['a text that doubles', '(for i in 1..40 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1])[-1]'],
    ['a context that grows', '(for i in 1..50000 return if i = 1 then {} else context put(partial[-1], string(i), i))[-1]'],
    ['a list that doubles', '(for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1]'],
    ['a tree of shared branches', '(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1]'],
    ['shared branches flattened', 'flatten(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])'],
    [
      'shared branches compared',
      '(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]) = (for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])',
    ],
    ['shared branches printed', 'string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])'],
    ['powers in a loop', 'for i in 1..90000 return 1.000001 ** 0.3333'],
    ['sorting by a costly order', 'sort(for i in 1..50000 return modulo(i * 7919, 10007), function(x, y) x < y)'],
  ])('%s end with a clean budget error', (_, source) => {
    expect(codeOf(source)).toBe('EXPR_BUDGET');
  });

  it('says where: the loop that ran too long', () => {
    const compiled = compile('1 + count(for i in 1..1e9 return i)', { names: {} });
    if (!compiled.ok) throw new Error('should compile');
    const result = evaluate(compiled.expression, { values: {}, now: NOW });
    expect(result).toEqual({ ok: false, error: { code: 'EXPR_BUDGET', from: 19, to: 20, params: { limit: 'iterations', max: 100_000 } } });
  });

  it('leaves room for real forms: 1,000 rows of 5 formulas each', () => {
    const source = 'sum(for r in rows return r.x * 2 + r.x / 3) + sum(rows.x) + count(rows[x > 3]) + max(rows.x)';
    const compiled = compile(source, { names });
    if (!compiled.ok) throw new Error('should compile');
    const many = Array.from({ length: 1_000 }, (_, index) => ({ x: String(index) }));
    expect(evaluate(compiled.expression, { values: { rows: many }, now: NOW }).ok).toBe(true);
  });

  it.each(['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*a){20}$', '([a-z]+)*\\\\d', '(x+x+)+y'])(
    'the pattern %s takes no more than its share',
    (pattern) => {
      const source = `matches("${'a'.repeat(2_000)}!", "${pattern}")`;
      expect(['fine', 'EXPR_BUDGET', 'EXPR_PATTERN']).toContain(codeOf(source));
    },
  );
});

describe('anything at all', { timeout: 60_000 }, () => {
  const words =
    'n a rows c x 1 0.5 1e3 "t" true null + - * / ** = != < >= and or in between if then else for i return some every satisfies ' +
    '( ) [ ] { } : , . .. sum count not date @"2020-01-01" instance of number 金额 （ ＋ ?';
  const token = fc.constantFrom(...words.split(' '));

  it('compiles to a program or to errors inside the source, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(token, { maxLength: 25 }).map((tokens) => tokens.join(' ')),
          fc.string({ maxLength: 60 }),
          fc.string({ unit: 'binary', maxLength: 40 }),
        ),
        (source) => {
          const compiled = compile(source, { names });
          const result = compiled.ok ? evaluate(compiled.expression, { values, now: NOW }) : compiled;
          const errors = result.ok ? [] : 'errors' in result ? result.errors : [result.error];
          expect(errors.filter(({ from, to }) => from < 0 || from > to || to > source.length)).toEqual([]);
          expect(result.ok || errors.length > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 15 }).map((tokens) => tokens.join(' ')),
        (source) => {
          const run = (): unknown => {
            const compiled = compile(source, { names });
            if (!compiled.ok) return compiled.errors;
            const result = evaluate(compiled.expression, { values, now: NOW });
            return result.ok ? toJson(result.value) : result.error;
          };
          expect(run()).toEqual(run());
        },
      ),
      { numRuns: 100 },
    );
  });
});
