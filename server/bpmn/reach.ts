import type { ProcessModel } from '@/lib/bpmn/process-model';

/**
 * Per incoming flow of an inclusive gateway: the elements from which that flow can be reached without passing the gateway
 * (BPMN 2.0 table 13.3). A boundary event is reached through its host; nothing crosses the border of a sub-process.
 */
export function joinReach(model: ProcessModel, gatewayId: string): Record<string, readonly string[]> {
  const gateway = model.nodes.get(gatewayId);
  return Object.fromEntries((gateway?.incoming ?? []).map((flowId) => [flowId, backwards(model, flowId, gatewayId)]));
}

function backwards(model: ProcessModel, flowId: string, gatewayId: string): string[] {
  const seen = new Set<string>();
  const stack = [model.flows.get(flowId)?.source];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = model.nodes.get(id);
    if (!node || id === gatewayId || seen.has(id)) continue;
    seen.add(id);
    for (const incoming of node.incoming) stack.push(model.flows.get(incoming)?.source);
    if (node.attachedTo !== null) stack.push(node.attachedTo);
  }
  // Document order, so that the same model always compiles to the same bytes.
  return [...model.nodes.keys()].filter((id) => seen.has(id));
}
