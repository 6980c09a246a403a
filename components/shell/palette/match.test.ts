import { describe, expect, it } from 'vitest';
import { matches } from './match';

describe('the palette finds', () => {
  it('every word of the query, in any text, whatever its case and width', () => {
    expect(matches('START req', 'Start a request')).toBe(true);
    expect(matches('发起', '发起申请', 'start')).toBe(true);
    expect(matches('ｓｔａｒｔ', 'Start')).toBe(true);
    expect(matches('start done', 'Start a request')).toBe(false);
    expect(matches('', 'anything', undefined)).toBe(true);
  });
});
