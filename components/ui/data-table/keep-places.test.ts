import { expect, test } from 'vitest';
import { keepPlaces } from './keep-places';

type Row = { id: string; holder: string };
const row = (id: string, holder = 'wangmin'): Row => ({ id, holder });
const places = (shown: Row[], latest: Row[], hasMore = false) => keepPlaces(shown, latest, hasMore, ({ id }) => id);

test('what changed stands in its old place with its new values', () => {
  const { rows, waiting, gone } = places([row('a'), row('b')], [row('b', 'chenli'), row('a')]);
  expect(rows).toEqual([row('a'), row('b', 'chenli')]);
  expect(waiting).toBe(0);
  expect(gone.size).toBe(0);
});

test('what came above or between waits and is counted', () => {
  const { rows, waiting } = places([row('b'), row('d')], [row('a'), row('b'), row('c'), row('d')]);
  expect(rows).toEqual([row('b'), row('d')]);
  expect(waiting).toBe(2);
});

test('the next page comes after what is shown', () => {
  const { rows, waiting } = places([row('a'), row('b')], [row('a'), row('b'), row('c')]);
  expect(rows).toEqual([row('a'), row('b'), row('c')]);
  expect(waiting).toBe(0);
});

test('what left the list keeps its place and is known as gone', () => {
  const { rows, gone } = places([row('a'), row('b'), row('c')], [row('a'), row('c')]);
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect([...gone]).toEqual(['b']);
});

test('what a new row has pushed onto the next page is not called gone, and stands once when that page comes', () => {
  const shown = [row('b'), row('c'), row('d')];
  const { rows, waiting, gone } = places(shown, [row('a'), row('b'), row('c')], true);
  expect([rows, waiting, [...gone]]).toEqual([shown, 1, []]);
  expect(places(shown, [row('a'), row('b'), row('c'), row('d'), row('e')]).rows).toEqual([...shown, row('e')]);
  expect([...places(shown, [row('b'), row('d')], true).gone]).toEqual(['c']);
});
