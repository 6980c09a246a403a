import type { FlowNode, ProcessModel } from './process-model';

/** Ids of the nodes of one scope that can be reached from `from`, those included; a boundary event hangs behind its host. */
export function reach(model: ProcessModel, from: readonly FlowNode[], direction: 'forwards' | 'backwards'): ReadonlySet<string> {
  const seen = new Set<string>();
  const stack = [...from];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    stack.push(...(direction === 'forwards' ? successors(model, node) : predecessors(model, node)));
  }
  return seen;
}

export function successors(model: ProcessModel, node: FlowNode): FlowNode[] {
  const byFlow = node.outgoing.flatMap((id) => model.nodes.get(model.flows.get(id)?.target ?? '') ?? []);
  return [...byFlow, ...node.boundaries.flatMap((id) => model.nodes.get(id) ?? [])];
}

export function predecessors(model: ProcessModel, node: FlowNode): FlowNode[] {
  const byFlow = node.incoming.flatMap((id) => model.nodes.get(model.flows.get(id)?.source ?? '') ?? []);
  const host = node.attachedTo === null ? undefined : model.nodes.get(node.attachedTo);
  return host ? [...byFlow, host] : byFlow;
}
