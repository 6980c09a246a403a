import { describe, expect, it } from 'vitest';
import { keyMove } from './key-move';

const item = (id: string, parentId: string | null) => ({ id, parentId });
const tree = [item('top', null), item('a', 'top'), item('a1', 'a'), item('a2', 'a'), item('b', 'top'), item('c', 'top')];

describe('a department moved by Alt and an arrow', () => {
  it.each([
    ['b', 'ArrowUp', { parentId: 'top', beforeId: 'a' }],
    ['a', 'ArrowDown', { parentId: 'top', beforeId: 'c' }],
    ['b', 'ArrowDown', { parentId: 'top', beforeId: null }],
    ['b', 'ArrowRight', { parentId: 'a', beforeId: null }],
    ['a2', 'ArrowLeft', { parentId: 'top', beforeId: 'b' }],
  ])('%s by %s goes to %j', (id, key, target) => {
    expect(keyMove(tree, id, key)).toEqual(target);
  });

  it.each([
    ['a', 'ArrowUp'],
    ['c', 'ArrowDown'],
    ['a', 'ArrowRight'],
    ['a', 'ArrowLeft'],
    ['top', 'ArrowDown'],
    ['gone', 'ArrowUp'],
    ['b', 'Enter'],
  ])('%s by %s stays', (id, key) => {
    expect(keyMove(tree, id, key)).toBeNull();
  });
});
