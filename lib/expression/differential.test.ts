import fc from 'fast-check';
import { evaluate as feelin } from 'feelin';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import { compile } from './compile';
import { evaluate, toJson } from './evaluate';
import type { NameSchema } from './types';

/**
 * Where numbers are small integers, another implementation of FEEL must agree. What it is known to answer differently is
 * kept out: `x between high and low` (it swaps the ends), `for x in 0..0` (null), `count` of a list of one (it takes the element).
 */
const names: NameSchema = {
  p: 'boolean',
  q: 'boolean',
  r: 'boolean',
  i: 'number',
  j: 'number',
  s: 'string',
  t: 'string',
  xs: { list: 'number' },
  ts: { list: 'string' },
};

const inputs = fc.record({
  p: fc.option(fc.boolean()),
  q: fc.option(fc.boolean()),
  r: fc.option(fc.boolean()),
  i: fc.integer({ min: -5, max: 5 }),
  j: fc.integer({ min: -5, max: 5 }),
  s: fc.string({ unit: fc.constantFrom('a', 'b', '金', ' '), maxLength: 6 }),
  t: fc.string({ unit: fc.constantFrom('a', 'b', '金'), maxLength: 2 }),
  xs: fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 5 }),
  ts: fc.array(fc.constantFrom('a', 'b', 'ab', '金'), { maxLength: 4 }),
});

const { condition, integer, text, numbers, texts } = fc.letrec<{
  condition: string;
  integer: string;
  text: string;
  numbers: string;
  texts: string;
}>((tie) => {
  const binary = (left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => `(${a} ${operator} ${b})`);
  const call = (name: string, ...args: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...args).map((list) => `${name}(${list.join(', ')})`);
  const choice = (kind: 'condition' | 'integer' | 'text'): fc.Arbitrary<string> =>
    fc.tuple(tie('condition'), tie(kind), tie(kind)).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`);
  return {
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('p', 'q', 'r', 'true', 'false'),
      binary(tie('condition'), ['and', 'or'], tie('condition')),
      call('not', tie('condition')),
      binary(tie('integer'), ['<', '<=', '>', '>=', '=', '!='], tie('integer')),
      binary(tie('text'), ['=', '!='], tie('text')),
      fc
        .tuple(tie('integer'), fc.integer({ min: -3, max: 0 }), fc.integer({ min: 0, max: 3 }))
        .map(([a, b, c]) => `(${a} between ${b} and ${c})`),
      fc
        .tuple(tie('integer'), fc.integer({ min: -3, max: 0 }), fc.integer({ min: 1, max: 3 }))
        .map(([a, b, c]) => `(${a} in [${b}..${c}])`),
      fc.tuple(tie('integer'), tie('integer'), tie('integer')).map(([a, b, c]) => `(${a} in (${b}, < ${c}))`),
      call('contains', tie('text'), tie('text')),
      call('starts with', tie('text'), tie('text')),
      call('ends with', tie('text'), tie('text')),
      call('list contains', tie('numbers'), tie('integer')),
      fc
        .tuple(fc.constantFrom('some', 'every'), tie('numbers'), tie('integer'))
        .map(([quantifier, list, bound]) => `(${quantifier} n in ${list} satisfies n > ${bound})`),
      choice('condition'),
    ),
    integer: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('i', 'j', '0', '1', '2', '-3'),
      binary(tie('integer'), ['+', '-', '*'], tie('integer')),
      call('abs', tie('integer')),
      call('string length', tie('text')),
      choice('integer'),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('s', 't', '"a"', '"金b"', '""'),
      binary(tie('text'), ['+'], tie('text')),
      call('upper case', tie('text')),
      call('substring before', tie('text'), fc.constantFrom('"a"', '"金"')),
      call('substring after', tie('text'), fc.constantFrom('"a"', '"金"')),
      call('string join', tie('texts'), fc.constantFrom('"-"', '""')),
      choice('text'),
    ),
    numbers: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('xs', '[1, 2, 3]'),
      fc
        .tuple(tie('numbers'), fc.constantFrom('<', '>', '!='), tie('integer'))
        .map(([list, operator, bound]) => `${list}[item ${operator} ${bound}]`),
      fc.tuple(tie('numbers'), tie('integer')).map(([list, factor]) => `(for n in ${list} return n * ${factor})`),
      fc.constantFrom('-2..3', '3..-2', '1..2').map((range) => `(for n in ${range} return n)`),
      call('reverse', tie('numbers')),
      call('append', tie('numbers'), tie('integer')),
      call('concatenate', tie('numbers'), tie('numbers')),
      call('distinct values', tie('numbers')),
      call('union', tie('numbers'), tie('numbers')),
    ),
    texts: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('ts', '["a", "b"]', 'split("a;b", ";")'),
      fc.tuple(tie('texts'), tie('text')).map(([list, item]) => `append(${list}, ${item})`),
    ),
  };
});

type Values = typeof inputs extends fc.Arbitrary<infer T> ? T : never;

function ours(source: string, values: Values): Json {
  const compiled = compile(source, { names });
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.errors)}`);
  const result = evaluate(compiled.expression, { values, now: '2026-11-21T00:00:00Z' });
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.error)}`);
  return toJson(result.value);
}

/** Our decimals are strings; theirs are doubles, exact for the small integers used here. */
function theirs(source: string, values: Values): Json {
  const { value } = feelin(source, values) as { value: unknown };
  return plain(value);
}

function plain(value: unknown): Json {
  if (typeof value === 'number') return String(value === 0 ? 0 : value);
  return Array.isArray(value) ? value.map(plain) : ((value ?? null) as Json);
}

describe('agrees with another implementation', { timeout: 60_000 }, () => {
  it.each([
    ['conditions', condition],
    ['integers', integer],
    ['texts', text],
    ['lists of numbers', numbers],
    ['lists of texts', texts],
  ])('about %s', (_, sources) => {
    fc.assert(
      fc.property(sources, inputs, (source, values) => {
        expect(ours(source, values)).toEqual(theirs(source, values));
      }),
      { numRuns: 150 },
    );
  });
});
