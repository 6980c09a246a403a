import { expect, it } from 'vitest';
import type { Json } from './json';
import { isStorable, storable } from './storable';

it('keeps what Postgres can keep, and marks the place of the rest', () => {
  expect(storable('普通 🙂 text', 99)).toBe('普通 🙂 text');
  expect(storable('a\u0000b\ud83dc', 99)).toBe('a\ufffdb\ufffdc');
  expect(storable('ab🙂', 3)).toBe('ab\ufffd');
});

it('finds what cannot be stored at any depth, in keys too', () => {
  expect(isStorable({ a: [1, null, true, { b: '🙂' }] })).toBe(true);
  const strange: Json[] = [{ a: [{ b: 'x\u0000' }] }, { 'a\ud800': 1 }, '\udc00'];
  expect(strange.map(isStorable)).toEqual([false, false, false]);
});
