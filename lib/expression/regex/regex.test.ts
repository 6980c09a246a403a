import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacePattern, splitPattern, testPattern } from './apply';
import { compilePattern } from './compile';
import { search } from './search';

const free = { work: (): void => undefined };

function test(pattern: string, text: string, flags = ''): boolean | null {
  const compiled = compilePattern(pattern, flags);
  return compiled === null ? null : testPattern(compiled, text, free);
}

describe('patterns', () => {
  it.each<[pattern: string, text: string, flags: string, expected: boolean]>([
    ['a', 'xay', '', true],
    ['^a$', 'a', '', true],
    ['^a$', 'ab', '', false],
    ['[a-c]+x', 'abcx', '', true],
    ['[^a-c]', 'abc', '', false],
    ['[-a]', '-', '', true],
    ['[a-]', '-', '', true],
    ['[\\]]', ']', '', true],
    ['\\.', 'a', '', false],
    ['a{2,3}', 'aa', '', true],
    ['^a{2,3}$', 'aaaa', '', false],
    ['^a{0}$', '', '', true],
    ['(ab|cd)+$', 'abcdab', '', true],
    ['(?:ab)?c', 'c', '', true],
    ['\\bab\\b', 'x ab y', '', true],
    ['\\bab\\b', 'xab', '', false],
    ['\\p{Lu}', 'aB', '', true],
    ['\\P{L}', 'ab', '', false],
    ['^.$', '🐎', '', true],
    ['^.$', '\n', '', false],
    ['^.$', '\n', 's', true],
    ['^b$', 'a\nb\nc', 'm', true],
    ['ÄÖ', 'äö', 'i', true],
    ['[A-Z]', 'q', 'i', true],
    ['a b # not a comment', 'ab#notacomment', 'x', true],
    ['', '', '', true],
    ['a||b', '', '', true],
    ['(a*)*b', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '', false],
    ['^[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]$', '11010519491231002X', '', true],
    ['^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$', '91350100M000100Y43', '', true],
    ['^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$', 'a.b+c@x-y.com.cn', '', true],
  ])('/%s/ in %j with %j: %s', (pattern, text, flags, expected) => {
    expect(test(pattern, text, flags)).toBe(expected);
  });

  it.each([
    '(',
    ')',
    '[',
    '[]',
    '[^]',
    'a{2',
    'a{3,2}',
    'a**',
    '*',
    '+a',
    '?',
    '{1}',
    '\\',
    '\\q',
    '\\1',
    '(?=a)',
    '(?<n>a)',
    '(?!a)',
    '[b-a]',
    '\\p{Nope}',
    '\\p',
    'a{1001}',
    '((((a{100}){100}){100}){100})',
  ])('refuses %s', (pattern) => expect(compilePattern(pattern, '')).toBeNull());

  it('refuses unknown flags', () => expect(compilePattern('a', 'g')).toBeNull());

  it('takes time in proportion to the text', () => {
    const cost = (length: number): number => {
      let steps = 0;
      const compiled = compilePattern('^(a+)+$', '');
      if (compiled !== null) testPattern(compiled, `${'a'.repeat(length)}!`, { work: (count) => (steps += count) });
      return steps;
    };
    expect(cost(2_000)).toBeLessThan(cost(1_000) * 2.1);
  });

  it('replaces and splits', () => {
    const compiled = compilePattern('(\\d+)-(\\d+)', '');
    const comma = compilePattern('\\s*,\\s*', '');
    if (compiled === null || comma === null) throw new Error('should compile');
    expect(replacePattern(compiled, '1-2, 30-4', '$2-$1 \\$ $0 $9', free)).toBe('2-1 $ 1-2 , 4-30 $ 30-4 ');
    expect(splitPattern(comma, 'a , b,c', free)).toEqual(['a', 'b', 'c']);
  });
});

describe('agrees with the built-in engine', { timeout: 60_000 }, () => {
  const quantifier = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?');
  const plain = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '金', '[a-c]');
  const sequenceOf = (atom: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(fc.tuple(atom, quantifier), { minLength: 1, maxLength: 4 }).map((parts) => parts.flat().join(''));
  const options = (sequence: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(sequence, { minLength: 1, maxLength: 2 }).map((list) => list.join('|'));
  const group = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(fc.constantFrom('(', '(?:'), inner).map(([open, text]) => `${open}${text})`);
  const pattern = options(sequenceOf(fc.oneof(plain, group(options(sequenceOf(plain))))));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '金', '🐎'), maxLength: 8 });

  it('about which texts a pattern describes', () => {
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        expect(test(`^(?:${source})$`, input)).toBe(new RegExp(`^(?:${source})$`, 'u').test(input));
        expect(test(source, input)).toBe(new RegExp(source, 'u').test(input));
      }),
      { numRuns: 500 },
    );
  });

  // a group that repeats and may be empty is where engines differ about the preferred match
  it('about where a match begins and ends', () => {
    fc.assert(
      fc.property(fc.array(sequenceOf(plain), { minLength: 1, maxLength: 3 }), text, (options, input) => {
        const source = `(${options.join('|')})`;
        const compiled = compilePattern(source, '') ?? { code: [], groups: 0 };
        const points = Array.from(input, (character) => character.codePointAt(0) ?? 0);
        const found = search(compiled, points, 0, free);
        const matched = found === null ? null : String.fromCodePoint(...points.slice(found[0], found[1]));
        expect(matched).toBe(new RegExp(source, 'u').exec(input)?.[0] ?? null);
      }),
      { numRuns: 500 },
    );
  });
});
