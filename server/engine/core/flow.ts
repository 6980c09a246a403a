import type { ElementDef, FlowDef } from '@/server/bpmn/definition';
import type { Token } from './agenda-step';
import { evaluateCondition } from './expressions';
import { ModelFailure } from './failures';
import type { Run } from './run';

/** All outgoing flows in document order. */
export function outgoing(run: Run, element: ElementDef): FlowDef[] {
  return element.outgoing.map((id) => {
    const flow = run.definition.flows[id];
    if (!flow) throw new Error(`the definition has no flow ${id}`);
    return flow;
  });
}

/** Every flow without a condition or with a true one; the default flow when there is none. */
export function allTrue(run: Run, element: ElementDef): FlowDef[] {
  const flows = outgoing(run, element);
  const taken = flows.filter((flow) => !flow.isDefault && holds(run, flow));
  return taken.length > 0 || flows.length === 0 ? taken : [defaultOf(flows, element)];
}

/** The first flow in document order without a condition or with a true one; the default flow when there is none. */
export function firstTrue(run: Run, element: ElementDef): FlowDef[] {
  const flows = outgoing(run, element);
  const taken = flows.find((flow) => !flow.isDefault && holds(run, flow));
  return taken ? [taken] : flows.length === 0 ? [] : [defaultOf(flows, element)];
}

/** Sends one token along each of these flows. */
export function take(run: Run, flows: readonly FlowDef[], from: Pick<Token, 'scopeId' | 'causes'>): void {
  for (const flow of flows) {
    run.emit({ type: 'flowTaken', flowId: flow.id, scopeId: from.scopeId });
    run.push({ type: 'arrive', elementId: flow.target, token: { scopeId: from.scopeId, viaFlow: flow.id, causes: from.causes } });
  }
}

// helpers //////////////////////

function holds(run: Run, flow: FlowDef): boolean {
  return flow.condition === undefined || evaluateCondition(run, flow.condition);
}

function defaultOf(flows: readonly FlowDef[], element: ElementDef): FlowDef {
  const flow = flows.find((candidate) => candidate.isDefault);
  if (!flow) throw new ModelFailure('noFlow', { elementName: element.name });
  return flow;
}
