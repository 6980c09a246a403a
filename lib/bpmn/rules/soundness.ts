import type { Fix, Problem, ProblemCode } from '../problem';
import type { ProcessModel } from '../process-model';
import { problemAt, problemOf, type Rule } from '../rule';
import { checkSoundness, type Finding } from '../soundness/check-soundness';
import type { Kind } from '../soundness/net';

/** Whatever way an instance goes, it comes to its end: no join waits for ever, nothing runs twice, no loop keeps it. */
export const soundness: Rule = ({ model }) =>
  [...model.scopes.keys()].flatMap((scopeId) => checkSoundness(model, scopeId).flatMap((finding) => problemFor(model, scopeId, finding)));

// helpers //////////////////////

const codes = {
  deadlock: 'deadlock',
  doubling: 'doubling',
  neverReached: 'neverReached',
  livelock: 'livelock',
  undecided: 'undecided',
} as const satisfies Record<Finding['kind'], ProblemCode>;
const gateways = { xor: 'bpmn:ExclusiveGateway', and: 'bpmn:ParallelGateway', or: 'bpmn:InclusiveGateway' } as const satisfies Record<
  Kind,
  string
>;

function problemFor(model: ProcessModel, scopeId: string, { kind, elementId, trace, fix }: Finding): Problem[] {
  const node = model.nodes.get(elementId ?? scopeId);
  // What no flow leads to is told by another rule.
  if (kind === 'neverReached' && (!node || node.incoming.length === 0)) return [];
  const level = kind === 'undecided' ? ('warning' as const) : ('error' as const);
  const extra = { level, ...(trace.length > 0 ? { trace } : {}) };
  if (!node) return [problemOf(codes[kind], { ...extra, params: { name: model.name } })];
  return [problemAt(codes[kind], node, { ...extra, ...fixFor(node.id, node.element.$type, fix) })];
}

function fixFor(elementId: string, type: string, fix: Kind | null): { fix?: Fix } {
  return fix !== null && type.endsWith('Gateway') ? { fix: { kind: 'changeGateway', elementId, to: gateways[fix] } } : {};
}
