import { expect, it } from 'vitest';
import { hiddenKey } from './hidden-key';

it('finds the key that names no field, at any depth, and nothing else', () => {
  const parse = (json: string) => hiddenKey(JSON.parse(json));
  expect(parse('{"__proto__":{"a":1}}')).toBe('__proto__');
  expect(parse('{"values":{"lines":[{"a":1},{"__proto__":1}]}}')).toBe('values.lines[1].__proto__');
  expect([parse('{"a":"__proto__","constructor":{"b":[]}}'), parse('null'), parse('"__proto__"')]).toEqual([null, null, null]);
});
