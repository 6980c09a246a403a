import type { ElementOf } from '@/server/bpmn/definition';
import { activeActivity, end } from './activity';
import { ModelFailure } from './failures';
import type { Run } from './run';
import type { ActivityInstance, Id } from './state';

export type ThrownError = { code: string; message: string } & ({ fromActivityId: Id } | { fromScopeId: Id | null });

/**
 * Looks for an error boundary event, from the thrower outwards: on the activity itself, then on each enclosing
 * sub-process; an exact code goes before a catch-all. Whatever the catching event is attached to is cancelled.
 */
export function throwError(run: Run, error: ThrownError): void {
  let hostId = 'fromActivityId' in error ? error.fromActivityId : error.fromScopeId;
  while (hostId !== null) {
    const host = activeActivity(run.state, hostId);
    if (!host) throw new Error(`activity ${hostId} is not active`);
    const boundary = catching(run, host, error.code);
    if (boundary) {
      run.emit({ type: 'variablesSet', variables: { errorCode: error.code, errorMessage: error.message } });
      // Who threw has failed, and so has what was watched; what merely ran beside it inside is cancelled.
      if ('fromActivityId' in error) end(run, error.fromActivityId, 'failed');
      end(run, host.id, 'failed');
      run.push({ type: 'pass', elementId: boundary.id, token: { scopeId: host.scopeId, viaFlow: null, causes: host.causes } });
      return;
    }
    hostId = host.scopeId;
  }
  throw new ModelFailure('uncaughtError', { code: error.code, message: error.message });
}

// helpers //////////////////////

function catching(run: Run, host: ActivityInstance, code: string): ElementOf<'errorBoundaryEvent'> | undefined {
  const candidates = run.element(host.elementId).boundaries.flatMap((id) => {
    const element = run.element(id);
    return element.kind === 'errorBoundaryEvent' ? [element] : [];
  });
  return candidates.find((candidate) => candidate.errorCode === code) ?? candidates.find((candidate) => candidate.errorCode === undefined);
}
