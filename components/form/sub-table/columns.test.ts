import { expect, it } from 'vitest';
import { columnOf } from '@/forms/testing/sample';
import { drawnWidths } from './columns';

const text = columnOf('name', { type: 'text' });
const note = columnOf('note', { type: 'textarea' });
const count = columnOf('count', { type: 'integer' });
const price = columnOf('price', { type: 'money', currency: 'CNY' });

it('the widest kind of column takes what the others leave, in a table of any columns', () => {
  expect(drawnWidths([text, note, count, price])).toEqual(['medium', undefined, 'narrow', 'number']);
  expect(drawnWidths([text, text, count])).toEqual([undefined, undefined, 'narrow']);
  expect(drawnWidths([price, count])).toEqual([undefined, 'narrow']);
  expect(drawnWidths([count])).toEqual([undefined]);
});
