import { copyNet, edgeAt, type Kind, type Net, type NetNode, nodeAt } from './net';

/**
 * Folds what is sound for itself: sequences, split and join of one kind, loops of choices. A sound structured model shrinks to nothing,
 * in time that grows with its edges.
 */
export function reduce(original: Net): Net {
  const net = copyNet(original);
  const gone = new Set<number>();
  let changed = true;
  while (changed) {
    changed = false;
    for (let edge = 0; edge < net.edges.length; edge++) if (!gone.has(edge) && fold(net, edge, gone)) changed = true;
  }
  return compact(net, gone);
}

// helpers //////////////////////

function fold(net: Net, edge: number, gone: Set<number>): boolean {
  const { from, to } = edgeAt(net, edge);
  const u = nodeAt(net, from);
  const v = nodeAt(net, to);
  if (edge === net.first) return false;
  if (from === to) {
    if (u.join !== 'xor' || u.split !== 'xor' || u.outs.length < 2 || u.ins.length < 2) return false;
    drop(net, edge, gone);
    return true;
  }
  const twin = u.outs.some((other) => other < edge && edgeAt(net, other).to === to);
  if (twin && (v.join === 'or' || u.split === v.join)) {
    drop(net, edge, gone);
    return true;
  }
  if (to === net.sink) return foldIntoSink(net, edge, gone);
  if (u.endsAll || v.endsAll) return false;
  const kinds = mergedKinds(u, v);
  if (!kinds) return false;
  drop(net, edge, gone);
  for (const incoming of v.ins) edgeAt(net, incoming).to = from;
  for (const outgoing of v.outs) edgeAt(net, outgoing).from = from;
  Object.assign(u, { ...kinds, ins: [...u.ins, ...v.ins], outs: [...u.outs, ...v.outs], members: [...u.members, ...v.members] });
  Object.assign(v, { ins: [], outs: [], members: [] });
  return true;
}

/** How the pair joins and splits when it becomes one node, or null when it must stay a pair. A single way in or out is of any kind. */
function mergedKinds(u: NetNode, v: NetNode): { join: Kind; split: Kind } | null {
  const [single, alone] = [u.outs.length === 1, v.ins.length === 1];
  if (single && alone) return { join: u.join, split: v.split };
  if (single && u.ins.length > 0 && (u.ins.length === 1 || u.join === v.join)) return { join: v.join, split: v.split };
  return alone && v.outs.length > 0 && (v.outs.length === 1 || u.split === v.split) ? { join: u.join, split: u.split } : null;
}

/** What comes to the end leaves at once: beside other tokens it changes nothing, and a node that only leads there is an end itself. */
function foldIntoSink(net: Net, edge: number, gone: Set<number>): boolean {
  const { from } = edgeAt(net, edge);
  const u = nodeAt(net, from);
  if (u.outs.length > 1) {
    if (u.split === 'and') drop(net, edge, gone);
    return u.split === 'and';
  }
  if (u.endsAll || u.ins.length === 0 || (u.ins.length > 1 && u.join !== 'or')) return false;
  const sink = nodeAt(net, net.sink);
  drop(net, edge, gone);
  for (const incoming of u.ins) edgeAt(net, incoming).to = net.sink;
  sink.ins.push(...u.ins);
  Object.assign(u, { ins: [], outs: [], members: [] });
  return true;
}

function drop(net: Net, edge: number, gone: Set<number>): void {
  const { from, to } = edgeAt(net, edge);
  const u = nodeAt(net, from);
  const v = nodeAt(net, to);
  u.outs = u.outs.filter((other) => other !== edge);
  v.ins = v.ins.filter((other) => other !== edge);
  gone.add(edge);
}

/** Numbers what is left anew. */
function compact(net: Net, gone: ReadonlySet<number>): Net {
  const keptNodes = net.nodes.flatMap((node, index) => (node.ins.length + node.outs.length > 0 || index === net.sink ? [index] : []));
  const keptEdges = net.edges.flatMap((_, index) => (gone.has(index) ? [] : [index]));
  const nodeNo = new Map(keptNodes.map((old, index) => [old, index]));
  const edgeNo = new Map(keptEdges.map((old, index) => [old, index]));
  const renumber = (edges: readonly number[]) => edges.flatMap((edge) => edgeNo.get(edge) ?? []);
  return {
    nodes: keptNodes.map((old) => ({ ...nodeAt(net, old), ins: renumber(nodeAt(net, old).ins), outs: renumber(nodeAt(net, old).outs) })),
    edges: keptEdges.map((old) => ({ from: nodeNo.get(edgeAt(net, old).from) ?? 0, to: nodeNo.get(edgeAt(net, old).to) ?? 0 })),
    sink: nodeNo.get(net.sink) ?? 0,
    first: edgeNo.get(net.first) ?? 0,
  };
}

/** Nothing is left but the start that leads to the end. */
export function isFolded(net: Net): boolean {
  return net.edges.length === 1 && edgeAt(net, net.first).to === net.sink;
}
