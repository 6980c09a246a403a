import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import { isFilled } from './summary-value';

const of = (value: Json) => isFilled({ key: 'a', label: { zh: '', en: '' }, type: 'text', value });

describe('a summary field in a head', () => {
  it('is there when something was filled in, also a zero or a no', () => {
    const filled: Json[] = [0, false, '差旅', ['a'], { amount: '0', currency: 'CNY' }, { start: '2026-11-01', end: null }];
    expect(filled.filter(of)).toEqual(filled);
  });

  it('is left out when nothing was', () => {
    const empty: Json[] = [null, '', [], { start: null, end: null }];
    expect(empty.filter(of)).toEqual([]);
  });
});
