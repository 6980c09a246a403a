import { isWaitState } from '../element-kind';
import { successors } from '../graph';
import type { FlowNode, ProcessModel } from '../process-model';
import { nodesOf, problemAt, type Rule } from '../rule';
import { readSettings } from '../element-settings';

/** A loop in which nobody is waited for would run until the step limit stops it. */
export const busyLoop: Rule = ({ model }) => {
  const busy = nodesOf(model).filter((node) => !waits(node));
  const ids = new Set(busy.map((node) => node.id));
  const seen = new Set<string>();
  return busy.flatMap((node) => {
    if (seen.has(node.id)) return [];
    const circle = circleOf(model, node, ids);
    if (!circle) return [];
    for (const id of circle) seen.add(id);
    const hasExit = circle.some((id) =>
      model.nodes.get(id)?.outgoing.some((flow) => !circle.includes(model.flows.get(flow)?.target ?? '')),
    );
    return [problemAt('busyLoop', node, { level: hasExit ? 'warning' : 'error', trace: circle })];
  });
};

// helpers //////////////////////

function waits(node: FlowNode): boolean {
  if (node.kind === null || node.kind === 'subProcess') return true;
  if (node.kind !== 'userTask') return isWaitState(node.kind);
  const read = readSettings(node.element, 'userTask');
  return read.state === 'invalid' || read.value?.completion.rule !== 'auto';
}

/** The shortest way from a node back to itself through `ids`, or null. */
function circleOf(model: ProcessModel, start: FlowNode, ids: ReadonlySet<string>): string[] | null {
  const from = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of successors(model, node)) {
      if (next.id === start.id) return pathTo(node.id, from, start.id);
      if (!ids.has(next.id) || from.has(next.id)) continue;
      from.set(next.id, node.id);
      queue.push(next);
    }
  }
  return null;
}

function pathTo(last: string, from: ReadonlyMap<string, string>, start: string): string[] {
  const path: string[] = [];
  for (let id: string | undefined = last; id !== undefined && id !== start; id = from.get(id)) path.unshift(id);
  return [start, ...path];
}
