import { expect, it } from 'vitest';
import { middleBetween, roomBetween, type Step } from './room';

const step = (id: string, x: number, next: Step[] = [], width = 100): Step => ({ id, x, width, next });

it('what comes after a step moves as far as a new one needs, what comes before it stays', () => {
  const start = step('start', 0);
  const end = step('end', 300);
  const upper = step('upper', 200, [end]);
  const from = step('from', 60, []);
  const branch = step('branch', 200, [end, from, start]);
  const to = step('to', 200, [upper, branch]);
  const { moved, by } = roomBetween(from, to, 100);
  expect(by).toBe(160);
  expect(moved.map(({ id }) => id).sort()).toEqual(['branch', 'end', 'to', 'upper']);
});

it('nothing moves where there is room enough, and the new one stands in the middle', () => {
  const to = step('to', 500);
  const from = step('from', 100, [to]);
  expect(roomBetween(from, to, 100)).toEqual({ moved: [], by: 0 });
  expect(middleBetween(from, to, 100, 0)).toBe(350);
});
