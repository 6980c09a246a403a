import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, patternProblem } from './pattern';

describe("an author's pattern", () => {
  it.each([
    ['[A-Z]{2}-\\d{4}', 'MK-0208', true],
    ['[A-Z]{2}-\\d{4}', 'MK-02081', false],
    ['^[A-Z]+$', 'ABC', true],
    ['\\d+(?:\\.\\d{1,2})?', '12.50', true],
    ['\\d+(?:\\.\\d{1,2})?', '12.505', false],
    ['[一-龥]{2,4}', '王敏', true],
    ['\\p{Script=Han}+', '𠮷野家', true],
    ['采购|报销', '报销', true],
    ['.{1,3}', '😀😀😀', true],
    ['a?b*c+', 'ac', true],
    ['', '', true],
    ['(?:ab){2}', 'abab', true],
    ['\\$\\d', '$5', true],
    ['cost\\$', 'cost$', true],
  ])('%s on %s is %s', (source, text, expected) => {
    expect(patternProblem(source)).toBeNull();
    expect(matches(source, text)).toBe(expected);
  });

  it.each([
    '(a+)+',
    '(a*)*b',
    '(a|a?)+',
    '(\\d{1,3}){2,}',
    '(a)\\1',
    '(?=a)b',
    '(?<!a)b',
    '(?<name>a)',
    'a{1,5000}',
    '((a{1,50}){1}b){900}',
  ])('refuses %s because it could be slow', (source) => {
    expect(patternProblem(source)).toBe('unsafe');
    expect(matches(source, 'a')).toBe(false);
  });

  it.each(['[', '(a', 'a)', '*a', 'a**', '[z-a]', 'a{3,1}', '\\p{Nonsense}', '{'])('cannot read %s', (source) => {
    expect(patternProblem(source)).toBe('invalid');
  });

  it('takes steps in proportion to the text even where a backtracking engine takes their square or cube', () => {
    expect(matches('.*.*.*.*.*x', 'a'.repeat(1000))).toBe(false);
  });

  it('agrees with the platform engine on generated patterns', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '(?:ab)', '(?:a|b)', 'c');
    const part = fc.tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,2}')).map((pair) => pair.join(''));
    const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '1'), { maxLength: 8 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(pattern, text, (source, sample) => {
        expect(matches(source, sample)).toBe(new RegExp(`^(?:${source})$`, 'u').test(sample));
      }),
      { numRuns: 2000 },
    );
  });
});
