import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lru } from './lru';

const LIMIT = 20;
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
type Act = { how: 'set' | 'get' | 'delete'; key: string; weight: number };

describe('an LRU', () => {
  it('forgets what was not used for longest', () => {
    const lru = new Lru<number>(4);
    for (const [at, key] of ['a', 'b', 'c'].entries()) lru.set(key, at);
    expect(lru.get('a')).toBe(0);
    lru.set('d', 3);
    expect(['a', 'b', 'c', 'd'].map((key) => lru.get(key))).toEqual([0, undefined, 2, 3]);
  });

  it('keeps no value that weighs more than half of its limit', () => {
    const lru = new Lru<string>(10, (text) => text.length);
    lru.set('a', 'xxxxx');
    lru.set('a', 'xxxxxx');
    expect(lru.get('a')).toBeUndefined();
  });

  it('has the last value of each key, and what was used stays until others of half the limit have been', () => {
    const act = fc.record<Act>({
      how: fc.constantFrom('set', 'get', 'delete'),
      key: fc.constantFrom(...KEYS),
      weight: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        expect(broken(acts)).toEqual([]);
      }),
    );
  });

  it('never holds values of more than its limit', () => {
    const sets = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 12 })), { maxLength: 80 });
    fc.assert(
      fc.property(sets, (given) => {
        const lru = new Lru<number>(LIMIT, (weight) => weight);
        for (const [key, weight] of given) lru.set(key, weight);
        expect(KEYS.reduce((sum, key) => sum + (lru.get(key) ?? 0), 0)).toBeLessThanOrEqual(LIMIT);
      }),
    );
  });
});

// helpers //////////////////////

/** The acts after which it does not have what it must have, or has what it must not; each value is its own weight. */
function broken(acts: readonly Act[]): string[] {
  const lru = new Lru<number>(LIMIT, (weight) => weight);
  const last = new Map<string, number>();
  const usedSince = new Map<string, number>();
  return acts.flatMap(({ how, key, weight }, at) => {
    const before = last.get(key);
    if (how === 'delete') {
      lru.delete(key);
      last.delete(key);
      return [];
    }
    if (how === 'set') {
      lru.set(key, weight);
      last.set(key, weight);
    }
    const found = how === 'get' ? lru.get(key) : weight;
    const isOwed = before !== undefined && before + (usedSince.get(key) ?? 0) < LIMIT / 2;
    for (const other of KEYS) usedSince.set(other, other === key ? 0 : (usedSince.get(other) ?? 0) + (found ?? 0));
    if (found === undefined) last.delete(key);
    const isRight = how === 'set' || found === before || (found === undefined && !isOwed);
    return isRight ? [] : [`${at}: ${how} ${key} gave ${found}, not ${before}`];
  });
}
