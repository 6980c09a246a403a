import type { FlowNode, ProcessModel } from '@/lib/bpmn/process-model';

export type Box = { x: number; y: number; width: number; height: number };
export type Layout = { boxes: ReadonlyMap<string, Box>; width: number; height: number };

const GAP_X = 60;
const GAP_Y = 40;
const PADDING = 30;

/**
 * Places the nodes of one scope in columns from left to right, each behind everything that leads to it; a boundary event sits on
 * its host's lower edge, a sub-process is as large as what it holds. Good enough to read and to start drawing from.
 */
export function layoutScope(model: ProcessModel, scopeId: string, left = 0, top = 0): Layout {
  const nodes = (model.scopes.get(scopeId)?.nodeIds ?? []).flatMap((id) => model.nodes.get(id) ?? []);
  const free = nodes.filter((node) => node.attachedTo === null);
  const ranks = ranksOf(model, nodes);
  const boxes = new Map<string, Box>();
  const columns = columnsOf(free, ranks);
  let x = left + PADDING;
  let height = 0;
  for (const column of columns) {
    const sizes = column.map((node) => sizeOf(model, node));
    const width = Math.max(...sizes.map((size) => size.width), 0);
    let y = top + PADDING;
    for (const [index, node] of column.entries()) {
      const size = sizes[index] ?? { width: 100, height: 80 };
      place(model, node, { x: x + (width - size.width) / 2, y, ...size }, boxes);
      y += size.height + GAP_Y + (node.boundaries.length > 0 ? 30 : 0);
    }
    height = Math.max(height, y - GAP_Y - top);
    x += width + GAP_X;
  }
  return { boxes, width: x - GAP_X + PADDING - left, height: height + PADDING };
}

// helpers //////////////////////

function place(model: ProcessModel, node: FlowNode, box: Box, boxes: Map<string, Box>): void {
  boxes.set(node.id, box);
  for (const [index, id] of node.boundaries.entries())
    boxes.set(id, { x: box.x + 10 + index * 46, y: box.y + box.height - 18, width: 36, height: 36 });
  if (model.scopes.has(node.id)) for (const [id, inner] of layoutScope(model, node.id, box.x, box.y).boxes) boxes.set(id, inner);
}

function sizeOf(model: ProcessModel, node: FlowNode): { width: number; height: number } {
  if (model.scopes.has(node.id)) {
    const { width, height } = layoutScope(model, node.id);
    return { width: Math.max(width, 120), height: Math.max(height, 80) };
  }
  const type = node.element.$type;
  if (type.endsWith('Event')) return { width: 36, height: 36 };
  return type.endsWith('Gateway') ? { width: 50, height: 50 } : { width: 110, height: 80 };
}

/** The longest way from a beginning, flows that lead back left out. */
function ranksOf(model: ProcessModel, nodes: readonly FlowNode[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const onPath = new Set<string>();
  const visit = (node: FlowNode, rank: number): void => {
    if (onPath.has(node.id) || (ranks.get(node.id) ?? -1) >= rank) return;
    ranks.set(node.id, rank);
    onPath.add(node.id);
    for (const id of node.outgoing) {
      const next = model.nodes.get(model.flows.get(id)?.target ?? '');
      if (next?.scope === node.scope) visit(next, rank + 1);
    }
    for (const id of node.boundaries) {
      const event = model.nodes.get(id);
      if (event) visit(event, rank);
    }
    onPath.delete(node.id);
  };
  for (const node of nodes) if (node.incoming.length === 0 && node.attachedTo === null) visit(node, 0);
  for (const node of nodes) if (!ranks.has(node.id)) visit(node, 0);
  return ranks;
}

function columnsOf(nodes: readonly FlowNode[], ranks: ReadonlyMap<string, number>): FlowNode[][] {
  const columns: FlowNode[][] = [];
  for (const node of nodes) (columns[ranks.get(node.id) ?? 0] ??= []).push(node);
  return columns.filter((column) => column.length > 0);
}
