import { areExclusive } from '../conditions';
import type { FlowNode, ProcessModel } from '../process-model';
import { addEdge, addNode, emptyNet, type Kind, type Net } from './net';

/** The net of one scope, or null when it does not start at exactly one place. */
export function translate(model: ProcessModel, scopeId: string): Net | null {
  const nodes = (model.scopes.get(scopeId)?.nodeIds ?? []).flatMap((id) => model.nodes.get(id) ?? []);
  const starts = nodes.filter((node) => node.kind === 'startEvent');
  const [start] = starts;
  if (!start || starts.length > 1) return null;
  const net = emptyNet();
  const entry = new Map<string, number>();
  const exit = new Map<string, number>();
  for (const node of nodes) {
    const endsAll = node.kind === 'terminateEndEvent' || node.kind === 'errorEndEvent';
    const index = addNode(net, [node.id], { join: joinOf(node), split: splitOf(model, node), endsAll });
    entry.set(node.id, index);
    exit.set(node.id, index);
  }
  const at = (map: ReadonlyMap<string, number>, id: string) => map.get(id) ?? net.sink;
  for (const node of nodes) attachBoundaries(model, net, node, { entry, exit });
  for (const node of nodes) {
    const flows = node.outgoing.flatMap((id) => model.flows.get(id) ?? []).filter((flow) => entry.has(flow.target));
    for (const flow of flows) addEdge(net, at(exit, node.id), at(entry, flow.target));
    const ends = flows.length === 0 && node.kind !== 'terminateEndEvent' && node.kind !== 'errorEndEvent';
    if (ends) addEdge(net, at(exit, node.id), net.sink);
  }
  net.first = addEdge(net, addNode(net, []), at(entry, start.id));
  return net;
}

// helpers //////////////////////

type Places = { entry: ReadonlyMap<string, number>; exit: Map<string, number> };

/**
 * Behind the host: first every event that does not interrupt may go its own way beside it, then either one of those that interrupt or
 * the host's own flows go on.
 */
function attachBoundaries(model: ProcessModel, net: Net, host: FlowNode, { entry, exit }: Places): void {
  const events = host.boundaries.flatMap((id) => model.nodes.get(id) ?? []);
  const at = (id: string) => entry.get(id) ?? net.sink;
  if (events.length === 0) return;
  const own = net.nodes[at(host.id)];
  if (!own) return;
  const leave = addNode(net, [], { split: own.split });
  own.split = 'xor';
  let from = at(host.id);
  for (const event of events.filter((item) => item.element.cancelActivity === false)) {
    const both = addNode(net, []);
    const maybe = addNode(net, [], { split: 'xor' });
    addEdge(net, from, both);
    addEdge(net, both, maybe);
    addEdge(net, maybe, at(event.id));
    addEdge(net, maybe, net.sink);
    from = both;
  }
  const interrupting = events.filter((item) => item.element.cancelActivity !== false);
  if (interrupting.length > 0) {
    const one = addNode(net, [], { split: 'xor' });
    addEdge(net, from, one);
    for (const event of interrupting) addEdge(net, one, at(event.id));
    from = one;
  }
  addEdge(net, from, leave);
  exit.set(host.id, leave);
}

function joinOf({ kind, element }: FlowNode): Kind {
  if (kind === 'parallelGateway') return 'and';
  return kind === 'inclusiveGateway' || element.$type === 'bpmn:ComplexGateway' ? 'or' : 'xor';
}

/** An activity takes every flow that may be taken: all, one or some of them by their conditions. */
function splitOf(model: ProcessModel, node: FlowNode): Kind {
  const { kind, element } = node;
  if (kind === 'parallelGateway') return 'and';
  if (kind === 'exclusiveGateway' || element.$type === 'bpmn:EventBasedGateway') return 'xor';
  const flows = node.outgoing.flatMap((id) => model.flows.get(id) ?? []);
  const free = flows.filter((flow) => !flow.isDefault);
  if (flows.length > 1 && free.length > 0 && free.every((flow) => flow.condition) && areExclusive(free.map((flow) => flow.condition ?? '')))
    return 'xor';
  if (kind === 'inclusiveGateway' || element.$type === 'bpmn:ComplexGateway') return 'or';
  return flows.some((flow) => flow.condition ?? flow.isDefault) ? 'or' : 'and';
}
