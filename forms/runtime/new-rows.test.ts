import { expect, it } from 'vitest';
import { rowsOf } from '@/forms/fields/sub-table/config';
import { columnOf, fieldOf, formOf } from '@/forms/testing/sample';
import { newId } from '@/lib/id';
import { withNewRows } from './new-rows';

it('gives every row of every sub-table an id of its own, and leaves all else as it is', () => {
  const lines = fieldOf('lines', { type: 'subTable', columns: [columnOf('what', { type: 'text' })], totals: [] });
  const schema = formOf([fieldOf('reason', { type: 'text' }), lines]);
  const [one, two] = [newId(), newId()];
  const values = {
    reason: 'x',
    lines: [
      { _id: one, what: 'a' },
      { _id: two, what: 'b' },
    ],
  };
  const anew = withNewRows(schema, values);
  expect(anew).toEqual({
    reason: 'x',
    lines: [
      { _id: expect.any(String), what: 'a' },
      { _id: expect.any(String), what: 'b' },
    ],
  });
  expect(new Set([one, two, ...rowsOf(anew.lines).map(({ _id }) => _id)]).size).toBe(4);
  expect(withNewRows(schema, { reason: 'x' })).toEqual({ reason: 'x' });
});
