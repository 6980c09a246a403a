import { describe, expect, it } from 'vitest';
import { Lru } from './lru';

describe('an LRU', () => {
  it('forgets what was not used for longest', () => {
    const lru = new Lru<number>(2);
    lru.set('a', 1);
    lru.set('b', 2);
    lru.get('a');
    lru.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => lru.get(key))).toEqual([1, undefined, 3]);
  });

  it('holds no more than its limit weighs, and what is replaced or deleted weighs nothing', () => {
    const lru = new Lru<string>(10, (text) => text.length);
    lru.set('a', 'xxxx');
    lru.set('a', 'xx');
    lru.set('b', 'xxxx');
    lru.set('c', 'xxxx');
    expect(lru.get('a')).toBe('xx');
    lru.set('d', 'x');
    expect(lru.get('b')).toBeUndefined();
    lru.delete('c');
    lru.set('e', 'xxxxxxx');
    expect(['a', 'c', 'd', 'e'].map((key) => lru.get(key))).toEqual(['xx', undefined, 'x', 'xxxxxxx']);
    lru.set('f', 'longer than all');
    expect(['a', 'd', 'e', 'f'].map((key) => lru.get(key))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
