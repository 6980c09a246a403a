import { describe, expect, it } from 'vitest';
import { headroomOf, returnPath } from './return-path';

const start = { x: 0, y: 80, width: 40, height: 40 };
const task = (x: number, y = 60) => ({ x, y, width: 100, height: 80 });

describe('the line of a return', () => {
  it('goes up from where it was returned, over what stands between, and down to the start', () => {
    const { d, label } = returnPath(task(300), start, [start, task(100, 20), task(300), task(500, 0)], 0);
    expect(d).toBe('M350 60 V6 Q350 -2 342 -2 H28 Q20 -2 20 6 V77 m-4 -6 l4 6 l4 -6');
    expect(label).toEqual({ x: 185, y: -7 });
  });

  it('lies above the line of an earlier one, and there is room for both', () => {
    const heights = [0, 1].map((index) => returnPath(task(300), start, [start, task(300)], index).label.y);
    expect(heights[0]! - heights[1]!).toBe(20);
    expect(60 - heights[1]!).toBeLessThan(headroomOf(2));
    expect(headroomOf(0)).toBe(0);
  });
});
