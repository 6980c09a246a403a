import { describe, expect, it } from 'vitest';
import { isWithin, pathTo, treeLines } from './tree';

const items = [
  { id: 'root', parentId: null },
  { id: 'b', parentId: 'root' },
  { id: 'a', parentId: 'root' },
  { id: 'b1', parentId: 'b' },
  { id: 'lost', parentId: 'somewhere else' },
];

describe('a tree of departments', () => {
  it('is lines with each below its parent, siblings in the order given', () => {
    expect(treeLines(items).map(({ item, level, children }) => [item.id, level, children])).toEqual([
      ['root', 0, 2],
      ['b', 1, 1],
      ['b1', 2, 0],
      ['a', 1, 0],
      ['lost', 0, 0],
    ]);
  });

  it('leaves out what lies below a folded item, and still counts it', () => {
    expect(treeLines(items, (id) => id === 'b').map(({ item, children }) => [item.id, children])).toEqual([
      ['root', 2],
      ['b', 1],
      ['a', 0],
      ['lost', 0],
    ]);
  });

  it('knows the way down to an item, and ends even when the data go in a circle', () => {
    expect(pathTo(items, 'b1').map(({ id }) => id)).toEqual(['root', 'b', 'b1']);
    expect(isWithin(items, 'b1', 'b')).toBe(true);
    expect(isWithin(items, 'a', 'b')).toBe(false);
    const circle = [
      { id: 'x', parentId: 'y' },
      { id: 'y', parentId: 'x' },
    ];
    expect(pathTo(circle, 'x').map(({ id }) => id)).toEqual(['y', 'x']);
    expect(treeLines(circle)).toEqual([]);
  });
});
