import { describe, expect, it } from 'vitest';
import { withoutDirection } from './page-input';

describe('the input of a list that is read page by page', () => {
  it('loses the direction that the query library adds, and nothing else', () => {
    expect(withoutDirection({ cursor: 'a', limit: 50, direction: 'forward' })).toEqual({ cursor: 'a', limit: 50 });
    expect(withoutDirection({ direction: 'given' })).toEqual({ direction: 'given' });
    expect(withoutDirection(undefined)).toBeUndefined();
    expect(withoutDirection('forward')).toBe('forward');
  });
});
