import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole';

describe('a count that is being typed', () => {
  it('is handed on within its limits, and empty is nothing', () => {
    expect([readWhole(1, 1, 50), readWhole('50', 1, 50), readWhole('', 1, 50)]).toEqual([1, 50, undefined]);
  });

  it('waits while it is no whole number or beyond the limits', () => {
    expect(['-', '1.5', 0, 51, 'x', Number.NaN].map((typed) => readWhole(typed, 1, 50))).toEqual(Array(6).fill('out'));
  });
});
