import type { AgendaStep, Restored } from '../agenda-step';
import type { Run } from '../run';
import type { Id, WayBack, WayBackActivity } from '../state';

type Taken = Pick<WayBack, 'activities' | 'tokens'>;

/** Gives back what a return took away, as the process' own scope held it. */
export function restore(run: Run, taken: Taken): void {
  restoreScope(run, taken, { oldId: null, newId: null });
}

/** The same inside a sub-process that stands again. */
export function restoreInner(run: Run, restored: Restored, newId: Id): void {
  restoreScope(run, restored.inner, { oldId: restored.id, newId });
}

// helpers //////////////////////

function restoreScope(run: Run, taken: Taken, scope: { oldId: Id | null; newId: Id | null }): void {
  const isHere = (place: { scopeId: Id | null }) => place.scopeId === scope.oldId;
  for (const { elementId, flowId, causes } of taken.tokens.filter(isHere)) {
    run.emit({
      type: 'tokenArrived',
      token: { id: run.id(), elementId, flowId, scopeId: scope.newId, causes, carriedOver: true, at: run.now },
    });
  }
  run.push(...taken.activities.filter(isHere).map((activity) => stepFor(taken, activity, scope.newId)));
}

function stepFor(taken: Taken, { id, elementId, viaFlow, causes, seats, armed, added }: WayBackActivity, scopeId: Id | null): AgendaStep {
  const token = { scopeId, viaFlow, causes };
  return { type: 'arrive', elementId, token, restored: { id, seats, armed, ...(added && { added }), inner: taken } };
}
