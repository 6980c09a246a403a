import { expect, it } from 'vitest';
import { headerChanges, headerRows } from './headers-editor';

it('tells the server only which secrets were typed and which are gone; those stored stay', () => {
  const stored = ['authorization', 'x-tenant', 'x-old'];
  const rows = headerRows(stored)
    .filter((row) => row.name !== 'x-old')
    .map((row) => (row.name === 'x-tenant' ? { ...row, value: 'new' } : row));
  expect(headerChanges(stored, rows)).toEqual({ 'x-old': null, 'x-tenant': 'new' });
  expect(headerChanges(stored, headerRows(stored))).toEqual({});
});

it('keeps a half-filled new line, so that the server can say what is missing, and drops an empty one', () => {
  const line = { key: 'k', isStored: false };
  expect(headerChanges([], [{ ...line, name: ' x-key ', value: '' }])).toEqual({ 'x-key': '' });
  expect(headerChanges([], [{ ...line, name: '', value: 'secret' }])).toEqual({ '': 'secret' });
  expect(headerChanges([], [{ ...line, name: '', value: '' }])).toEqual({});
});

it('replaces a stored header by a new line of the same name', () => {
  expect(headerChanges(['x-key'], [{ key: 'n', name: 'x-key', value: 'v', isStored: false }])).toEqual({ 'x-key': 'v' });
});
