import { type TreeItem, treeLines } from '../tree';

export type ChartNode<T> = {
  item: T;
  x: number;
  y: number /** Departments directly below, whether folded up or shown. */;
  children: number;
};
export type ChartEdge = { id: string; from: { x: number; y: number }; to: { x: number; y: number } };
export type Chart<T> = { nodes: readonly ChartNode<T>[]; edges: readonly ChartEdge[]; width: number; height: number };

/** What stands out at the right of a folded box. */
const MARK = 32;
export const BOX = { width: 208, height: 56, gapX: 48, gapY: 12 };

/** Places a tree from left to right: a leaf takes a row, whoever is above others stands at the middle of the first and the last of them. */
export function chartLayout<T extends TreeItem>(items: readonly T[], isFolded: (id: string) => boolean = () => false): Chart<T> {
  const lines = treeLines(items, isFolded);
  const placed = new Map<string, ChartNode<T>>();
  const childrenOf = new Map<string, ChartNode<T>[]>();
  let row = 0;
  // From the bottom up, so that children are placed before those above them; rows are counted from the bottom too and turned at the end.
  for (const { item, level, children: below } of lines.toReversed()) {
    const children = childrenOf.get(item.id) ?? [];
    const [first, last] = [children[0], children.at(-1)];
    const y = first && last ? (first.y + last.y) / 2 : row++ * (BOX.height + BOX.gapY);
    const node = { item, x: level * (BOX.width + BOX.gapX), y, children: below };
    placed.set(item.id, node);
    if (item.parentId !== null) childrenOf.set(item.parentId, [...(childrenOf.get(item.parentId) ?? []), node]);
  }
  const height = Math.max(0, row * (BOX.height + BOX.gapY) - BOX.gapY);
  const nodes = lines.flatMap(({ item }) => {
    const node = placed.get(item.id);
    return node ? [{ ...node, y: height - BOX.height - node.y }] : [];
  });
  const at = new Map(nodes.map((node) => [node.item.id, node]));
  const edges = nodes.flatMap((node): ChartEdge[] => {
    const above = node.item.parentId === null ? undefined : at.get(node.item.parentId);
    if (!above) return [];
    return [
      {
        id: node.item.id,
        from: { x: above.x + BOX.width, y: above.y + BOX.height / 2 },
        to: { x: node.x, y: node.y + BOX.height / 2 },
      },
    ];
  });
  const width = Math.max(0, ...nodes.map(({ item, x, children }) => x + BOX.width + (children > 0 && isFolded(item.id) ? MARK : 0)));
  return { nodes, edges, width, height };
}

/** A connector with two right angles. */
export function edgePath({ from, to }: ChartEdge): string {
  const middle = from.x + (to.x - from.x) / 2;
  return `M${from.x} ${from.y}H${middle}V${to.y}H${to.x}`;
}
