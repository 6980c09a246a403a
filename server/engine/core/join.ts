import type { ElementDef } from '@/server/bpmn/definition';
import type { Token } from './agenda-step';
import type { Run } from './run';
import type { Id, JoinToken } from './state';

/** Lets a token wait at a joining gateway. */
export function wait(run: Run, elementId: string, token: Token): void {
  const flowId = token.viaFlow ?? '';
  run.emit({
    type: 'tokenArrived',
    token: { id: run.id(), elementId, flowId, scopeId: token.scopeId, causes: token.causes, carriedOver: false, at: run.now },
  });
}

/** The oldest waiting token of each incoming flow that has one: firing consumes one per flow, never more. */
export function firstOfEachFlow(run: Run, element: ElementDef, scopeId: Id | null): JoinToken[] {
  const oldest = new Map<string, JoinToken>();
  for (const token of Object.values(run.state.tokens)) {
    if (token.elementId !== element.id || token.scopeId !== scopeId) continue;
    const known = oldest.get(token.flowId);
    if (!known || token.id < known.id) oldest.set(token.flowId, token);
  }
  return [...oldest.values()];
}

/** Consumes these tokens and sends one on. */
export function fire(run: Run, element: ElementDef, tokens: readonly JoinToken[]): void {
  const causes = [...new Set(tokens.flatMap((token) => token.causes))];
  run.emit({ type: 'tokensConsumed', tokenIds: tokens.map((token) => token.id) });
  run.push({
    type: 'pass',
    elementId: element.id,
    token: { scopeId: tokens[0]?.scopeId ?? null, viaFlow: tokens[0]?.flowId ?? null, causes },
  });
}
