import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import { diffData } from './diff-data';
import { patchData } from './patch-data';

const row = fc.record({
  _id: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
  price: fc.constantFrom<Json>('1', '2', null),
  tags: fc.constantFrom<Json>(['x'], ['x', 'y']),
});
const values = fc.record({
  reason: fc.constantFrom<Json>('a', 'b', null),
  amount: fc.constantFrom<Json>({ amount: '1.00', currency: 'CNY' }, { amount: '2.00', currency: 'CNY' }),
  lines: fc.oneof(fc.constant(null), fc.uniqueArray(row, { selector: (line) => line._id, maxLength: 4 })),
});

describe('changes of the data', () => {
  it('turn the values before into the values after, whatever happened to the rows', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        expect(patchData(before, diffData(before, after))).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('say nothing of what stays the same', () => {
    expect(diffData({ a: { x: 1, y: [1] }, b: 2 }, { a: { y: [1], x: 1 }, c: null })).toEqual([]);
  });

  it('name the table as a whole when rows change their order', () => {
    const [r1, r2] = [{ _id: 'r1' }, { _id: 'r2' }];
    expect(diffData({ lines: [r1, r2] }, { lines: [r2, r1] })).toEqual([{ path: 'lines', before: [r1, r2], after: [r2, r1] }]);
  });

  it('leave the values before as they were', () => {
    const before = { lines: [{ _id: 'r1', price: '1' }] };
    patchData(before, diffData(before, { lines: [{ _id: 'r1', price: '2' }] }));
    expect(before).toEqual({ lines: [{ _id: 'r1', price: '1' }] });
  });
});
