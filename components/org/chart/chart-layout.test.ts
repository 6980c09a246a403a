import { describe, expect, it } from 'vitest';
import { BOX, chartLayout, edgePath } from './chart-layout';

const STEP = BOX.height + BOX.gapY;
const item = (id: string, parentId: string | null) => ({ id, parentId });

describe('the organisation chart', () => {
  it('gives every leaf a row, in the order of the tree, and centres whoever is above', () => {
    const chart = chartLayout([item('root', null), item('a', 'root'), item('b', 'root'), item('a1', 'a'), item('a2', 'a')]);
    const at = Object.fromEntries(chart.nodes.map(({ item: { id }, x, y }) => [id, [x / (BOX.width + BOX.gapX), y / STEP]]));
    expect(at).toEqual({ root: [0, 1.25], a: [1, 0.5], a1: [2, 0], a2: [2, 1], b: [1, 2] });
    expect(chart.height).toBe(3 * STEP - BOX.gapY);
    expect(chart.width).toBe(3 * BOX.width + 2 * BOX.gapX);
  });

  it('leaves out what is folded up, and remembers how many there are', () => {
    const items = [item('root', null), item('a', 'root'), item('a1', 'a'), item('a2', 'a'), item('b', 'root')];
    const { nodes, height, width } = chartLayout(items, (id) => id === 'a');
    expect(nodes.map(({ item: { id }, children }) => [id, children])).toEqual([
      ['root', 2],
      ['a', 2],
      ['b', 0],
    ]);
    expect(height).toBe(2 * STEP - BOX.gapY);
    // The mark of the folded box is in the picture too.
    expect(width).toBeGreaterThan(2 * BOX.width + BOX.gapX);
  });

  it('never lays two boxes over each other', () => {
    const items = Array.from({ length: 200 }, (_, n) => item(`d${n}`, n === 0 ? null : `d${Math.floor((n * 7919) % n)}`));
    const { nodes } = chartLayout(items);
    expect(nodes).toHaveLength(200);
    for (const column of new Set(nodes.map(({ x }) => x))) {
      const tops = nodes
        .filter(({ x }) => x === column)
        .map(({ y }) => y)
        .toSorted((a, b) => a - b);
      const gaps = tops.slice(1).map((y, n) => y - (tops[n] ?? 0));
      expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThanOrEqual(STEP);
    }
  });

  it('joins every department to the one above it, edge to edge', () => {
    const { edges } = chartLayout([item('root', null), item('a', 'root')]);
    expect(edges.map(edgePath)).toEqual([
      `M${BOX.width} ${BOX.height / 2}H${BOX.width + BOX.gapX / 2}V${BOX.height / 2}H${BOX.width + BOX.gapX}`,
    ]);
  });

  it('is empty for an empty company', () => {
    expect(chartLayout([])).toEqual({ nodes: [], edges: [], width: 0, height: 0 });
  });
});
