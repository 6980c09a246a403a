import { edgeAt, type Net, nodeAt } from './net';

/**
 * When an inclusive join must wait (BPMN 2.0 table 13.3): a token elsewhere can still reach one of its empty ways in, and cannot also
 * reach one that is full.
 */
export function orReach(net: Net): { isBlocked(node: number, marking: Uint8Array): boolean } {
  const byJoin = new Map<number, ReadonlyMap<number, ReadonlySet<number>>>();
  for (const [index, node] of net.nodes.entries()) {
    if (node.join === 'or' && node.ins.length > 1 && index !== net.sink)
      byJoin.set(index, new Map(node.ins.map((edge) => [edge, backwards(net, edge, index)])));
  }
  return {
    isBlocked(join, marking) {
      const reach = byJoin.get(join);
      if (!reach) return false;
      const full = [...reach].filter(([edge]) => marking[edge] === 1);
      const empty = [...reach].filter(([edge]) => marking[edge] !== 1);
      return marking.some(
        (tokens, edge) =>
          tokens === 1 && !reach.has(edge) && empty.some(([, from]) => from.has(edge)) && !full.some(([, from]) => from.has(edge)),
      );
    },
  };
}

/** The edges from which a token can come to `edge` without passing the join. */
function backwards(net: Net, edge: number, join: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const stack = [edge];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { from } = edgeAt(net, at);
    if (from !== join) stack.push(...nodeAt(net, from).ins);
  }
  return seen;
}
