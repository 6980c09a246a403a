import type { ElementOf } from '@/server/bpmn/definition';
import { allTrue, take } from '../flow';
import { firstOfEachFlow, wait } from '../join';
import type { Run } from '../run';
import type { Id, InstanceState, JoinToken } from '../state';
import type { Passage } from './behavior';

/**
 * Splits into every flow whose condition holds. Joins by table 13.3 of BPMN 2.0: it waits while something alive can
 * still reach an empty incoming flow, unless that can reach a filled one as well.
 */
export const inclusiveGateway: Passage<'inclusiveGateway'> = {
  is: 'passage',
  arrive({ run, element, token }) {
    if (element.incoming.length < 2) run.push({ type: 'pass', elementId: element.id, token });
    else wait(run, element.id, token);
  },
  pass({ run, element, token }) {
    take(run, allTrue(run, element), token);
  },
};

/** The first inclusive join in any scope that nothing can reach any more. Only asked while no token moves. */
export function readyInclusiveJoin(run: Run): { element: ElementOf<'inclusiveGateway'>; tokens: JoinToken[] } | undefined {
  const seen = new Set<string>();
  for (const token of Object.values(run.state.tokens)) {
    const element = run.element(token.elementId);
    const place = `${token.elementId} ${token.scopeId}`;
    if (element.kind !== 'inclusiveGateway' || seen.has(place)) continue;
    seen.add(place);
    const tokens = firstOfEachFlow(run, element, token.scopeId);
    if (!isBlocked(run.state, element, token.scopeId, tokens)) return { element, tokens };
  }
  return undefined;
}

// helpers //////////////////////

function isBlocked(
  state: InstanceState,
  element: ElementOf<'inclusiveGateway'>,
  scopeId: Id | null,
  tokens: readonly JoinToken[],
): boolean {
  const filled = new Set(tokens.map((token) => token.flowId));
  if (filled.size === element.incoming.length) return false;
  const reachesFilled = new Set<string>();
  const reachesEmpty = new Set<string>();
  for (const [flowId, elementIds] of Object.entries(element.reach)) {
    for (const id of elementIds) (filled.has(flowId) ? reachesFilled : reachesEmpty).add(id);
  }
  return placesOfScope(state, scopeId).some((id) => id !== element.id && reachesEmpty.has(id) && !reachesFilled.has(id));
}

/** The elements of one scope that hold something alive. */
function placesOfScope(state: InstanceState, scopeId: Id | null): string[] {
  const active = Object.values(state.activities).filter((activity) => activity.status === 'active' && activity.scopeId === scopeId);
  const waiting = Object.values(state.tokens).filter((token) => token.scopeId === scopeId);
  return [...active, ...waiting].map((place) => place.elementId);
}
