import type { ElementDef } from '@/server/bpmn/definition';
import type { Token } from './agenda-step';
import type { Run } from './run';
import { closeWorkItems } from './seats';
import type { ActivityInstance, ActivityStatus, Id, InstanceState } from './state';

type More = Partial<Pick<ActivityInstance, 'kind' | 'dueAt' | 'group' | 'wayBack'>>;

/** Puts a token on an element: the activity is active from here on. */
export function begin(run: Run, element: ElementDef, token: Token, more: More = {}): ActivityInstance {
  const activity: ActivityInstance = {
    id: run.id(),
    elementId: element.id,
    kind: element.kind,
    scopeId: token.scopeId,
    status: 'active',
    visit: (run.state.instance.memo.visits[element.id] ?? 0) + 1,
    viaFlow: token.viaFlow,
    causes: token.causes,
    startedAt: run.now,
    dueAt: null,
    endedAt: null,
    group: null,
    wayBack: null,
    ...more,
  };
  run.emit({ type: 'activityActivated', activity });
  return activity;
}

/** The activity as it is now, if it is still active. */
export function activeActivity(state: InstanceState, activityId: Id): ActivityInstance | undefined {
  const activity = state.activities[activityId];
  return activity?.status === 'active' ? activity : undefined;
}

/** Ends an activity with all it holds. What a completed or failed one still contains is cancelled; any other end goes all the way down. */
export function end(run: Run, activityId: Id, status: Exclude<ActivityStatus, 'active'>): void {
  const activity = activeActivity(run.state, activityId);
  if (!activity) return;
  emptyScope(run, activityId, status === 'rolled_back' ? 'rolled_back' : 'cancelled');
  for (const timer of Object.values(run.state.timers))
    if (timer.activityId === activityId) run.emit({ type: 'timerRemoved', timerId: timer.id, fired: false });
  for (const job of Object.values(run.state.jobs)) if (job.activityId === activityId) run.emit({ type: 'jobRemoved', jobId: job.id });
  for (const incident of Object.values(run.state.incidents)) {
    if (incident.activityId === activityId)
      run.emit({
        type: 'incidentResolved',
        incidentId: incident.id,
        elementId: incident.elementId,
        byUserId: null,
        note: status,
        at: run.now,
      });
  }
  closeWorkItems(run, activityId);
  run.emit({ type: 'activityEnded', activityId, elementId: activity.elementId, status, at: run.now });
}

/** Ends everything in a scope and takes its waiting tokens; the scope itself stays. Null is the process. */
export function emptyScope(run: Run, scopeId: Id | null, status: Exclude<ActivityStatus, 'active' | 'completed'>): void {
  for (const activity of Object.values(run.state.activities)) if (activity.scopeId === scopeId) end(run, activity.id, status);
  const tokenIds = Object.values(run.state.tokens).flatMap((token) => (token.scopeId === scopeId ? [token.id] : []));
  if (tokenIds.length > 0) run.emit({ type: 'tokensConsumed', tokenIds });
  // Tokens of the scope that were about to move in this very command.
  run.dropSteps((step) => (step.type === 'complete' ? !activeActivity(run.state, step.activityId) : step.token.scopeId === scopeId));
}
