export type Kind = 'xor' | 'and' | 'or';

/**
 * One container as a graph of joins and splits; a sub-process is one node of its parent. A token rests on an edge. Every way to an end
 * leads into `sink`, which takes each token by itself.
 */
export type Net = {
  nodes: NetNode[];
  edges: NetEdge[];
  sink: number /** The edge that holds the token of a fresh start. */;
  first: number;
};

export type NetNode = {
  join: Kind;
  split: Kind;
  ins: number[];
  outs: number[];
  /** The elements of the model that it stands for; none for what only helps. */
  members: string[];
  /** Takes every token of the container when it is reached. */
  endsAll: boolean;
};
export type NetEdge = { from: number; to: number };

export function emptyNet(): Net {
  return { nodes: [{ join: 'or', split: 'and', ins: [], outs: [], members: [], endsAll: false }], edges: [], sink: 0, first: -1 };
}

export function addNode(
  net: Net,
  members: string[],
  { join = 'xor', split = 'and', endsAll = false }: Partial<Pick<NetNode, 'join' | 'split' | 'endsAll'>> = {},
): number {
  return net.nodes.push({ join, split, ins: [], outs: [], members, endsAll }) - 1;
}

export function addEdge(net: Net, from: number, to: number): number {
  const edge = net.edges.push({ from, to }) - 1;
  nodeAt(net, from).outs.push(edge);
  nodeAt(net, to).ins.push(edge);
  return edge;
}

export function nodeAt(net: Net, index: number): NetNode {
  const node = net.nodes[index];
  if (!node) throw new Error(`no node ${index}`);
  return node;
}

export function edgeAt(net: Net, index: number): NetEdge {
  const edge = net.edges[index];
  if (!edge) throw new Error(`no edge ${index}`);
  return edge;
}

export function copyNet(net: Net): Net {
  return {
    ...net,
    nodes: net.nodes.map((node) => ({ ...node, ins: [...node.ins], outs: [...node.outs], members: [...node.members] })),
    edges: net.edges.map((edge) => ({ ...edge })),
  };
}
