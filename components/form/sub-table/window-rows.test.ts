import { describe, expect, it } from 'vitest';
import { windowRows } from './window-rows';

const even = { count: 100, heightOf: () => 40, viewport: 400, overscan: 2 };

describe('the rows that are drawn', () => {
  it('are those in view and some around them; the rest is room', () => {
    expect(windowRows({ ...even, scrollTop: 0 })).toEqual({ first: 0, end: 12, above: 0, below: 88 * 40 });
    expect(windowRows({ ...even, scrollTop: 1000 })).toEqual({ first: 23, end: 37, above: 920, below: 63 * 40 });
    expect(windowRows({ ...even, scrollTop: 3600 })).toEqual({ first: 88, end: 100, above: 3520, below: 0 });
  });

  it('take into account that a row with an error is higher', () => {
    const { above, below, first, end } = windowRows({ ...even, heightOf: (index) => (index < 10 ? 80 : 40), scrollTop: 800 });
    expect([first, end, above, below]).toEqual([8, 22, 640, 78 * 40]);
  });

  it('are none when there are none, and the last ones past the end', () => {
    expect(windowRows({ ...even, count: 0, scrollTop: 0 })).toEqual({ first: 0, end: 0, above: 0, below: 0 });
    expect(windowRows({ ...even, scrollTop: 99_999 })).toMatchObject({ first: 97, end: 100, below: 0 });
  });
});
