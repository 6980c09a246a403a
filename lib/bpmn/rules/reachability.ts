import { isEnd } from '../element-kind';
import { reach } from '../graph';
import type { FlowNode, ProcessModel, Scope } from '../process-model';
import { problemAt, problemOf, type Rule } from '../rule';

/** Every node lies on a path from the start, and from every node the end can be reached. */
export const reachability: Rule = ({ model }) =>
  [...model.scopes.values()].flatMap((scope) => {
    const nodes = scope.nodeIds.flatMap((id) => model.nodes.get(id) ?? []);
    const starts = nodes.filter((node) => node.kind === 'startEvent');
    if (starts.length === 0 || nodes.some((node) => node.kind === null)) return [];
    const ends = nodes.filter((node) => isEnd(node.kind) || (node.outgoing.length === 0 && node.incoming.length > 0));
    if (ends.length === 0) return [withoutEnd(model, scope)];
    const fromStart = reach(model, starts, 'forwards');
    const toEnd = reach(model, ends, 'backwards');
    return [
      ...nodes.filter((node) => !fromStart.has(node.id)).map((node) => problemAt('nodeUnreachable', node)),
      ...firstOf(nodes.filter((node) => fromStart.has(node.id) && !toEnd.has(node.id))).map((node) => problemAt('endUnreachable', node)),
    ];
  });

// helpers //////////////////////

function withoutEnd(model: ProcessModel, scope: Scope) {
  const container = model.nodes.get(scope.id);
  return container ? problemAt('endMissing', container) : problemOf('endMissing', { params: { name: model.name } });
}

/** Of a region without a way out only its entry is told. */
function firstOf(nodes: readonly FlowNode[]): readonly FlowNode[] {
  return nodes.slice(0, 1);
}
