import { expect, it } from 'vitest';
import { oldestFirst } from './oldest-first';

it('compares from the older version to the newer one, and to the draft last', () => {
  const [one, two] = [
    { id: 'a', no: 1 },
    { id: 'b', no: 2 },
  ];
  const forth = { fromVersionId: 'a', toVersionId: 'b' };
  expect([oldestFirst(one, 'b', [two, one]), oldestFirst(two, 'a', [two, one])]).toEqual([forth, forth]);
  expect(oldestFirst(two, null, [two, one])).toEqual({ fromVersionId: 'b', toVersionId: null });
});
