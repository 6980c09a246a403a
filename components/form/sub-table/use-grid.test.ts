import { describe, expect, it } from 'vitest';
import { actionOf, nextCell } from './use-grid';

describe('keys in a sub-table', () => {
  it('move the active cell, and in an input only up and down leave it', () => {
    expect(['ArrowUp', 'ArrowRight', 'Home'].map((key) => actionOf(key, 'none', false))).toEqual(['up', 'right', 'home']);
    expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => actionOf(key, 'input', true))).toEqual([
      'up',
      'down',
      null,
      null,
      null,
      null,
    ]);
    expect(actionOf('ArrowDown', 'popup', true)).toBeNull();
  });

  it('open a control with Enter or Space, turn a switch with Space, and go on with Enter', () => {
    expect([actionOf('Enter', 'popup', false), actionOf(' ', 'popup', false), actionOf('Enter', 'popup', true)]).toEqual([
      'edit',
      'edit',
      'onward',
    ]);
    expect([actionOf(' ', 'toggle', false), actionOf('Enter', 'toggle', false)]).toEqual(['toggle', 'onward']);
    expect([actionOf('Enter', 'input', false), actionOf('F2', 'input', false), actionOf('F2', 'none', false)]).toEqual([
      'onward',
      'edit',
      null,
    ]);
  });

  it('clear what is not an input, and leave letters to the input', () => {
    expect([
      actionOf('Delete', 'popup', false),
      actionOf('Delete', 'input', false),
      actionOf('Delete', 'none', false),
      actionOf('a', 'input', false),
    ]).toEqual(['clear', null, null, null]);
  });

  it('go on in reading order with Tab, and out of the grid at its ends', () => {
    const last = { row: 1, col: 2 };
    expect([
      nextCell({ row: 0, col: 2 }, 1, last),
      nextCell({ row: 1, col: 0 }, -1, last),
      nextCell({ row: 1, col: 2 }, 1, last),
      nextCell({ row: 0, col: 0 }, -1, last),
    ]).toEqual([{ row: 1, col: 0 }, { row: 0, col: 2 }, null, null]);
  });
});
