import { activeActivity, end } from '../activity';
import { endInstance } from '../end-instance';
import { Refusal } from '../failures';
import type { Run } from '../run';
import { openItems, peopleOf } from '../seats';
import type { ActivityInstance, Timer } from '../state';
import { requireRunning } from './guards';
import type { Handler } from './handler';

/** A timer has its one effect, never before it is due; while the instance is suspended the worker tries again later. */
export const fireTimer: Handler<'fireTimer'> = (run, { timerId }) => {
  const timer = run.state.timers[timerId];
  if (!timer) throw new Refusal('ALREADY_DONE');
  requireRunning(run);
  if (timer.dueAt > run.now) throw new Refusal('STATE_CONFLICT');
  run.emit({ type: 'timerRemoved', timerId, fired: true });
  if (timer.kind === 'lifeSpan') return expire(run);
  const activity = timer.activityId === null ? undefined : activeActivity(run.state, timer.activityId);
  if (activity) effect(run, timer, activity);
};

// helpers //////////////////////

function effect(run: Run, timer: Timer, activity: ActivityInstance): void {
  switch (timer.kind) {
    case 'catch':
      return run.push({ type: 'complete', activityId: activity.id });
    case 'boundary':
      return leaveByBoundary(run, timer, activity);
    case 'due':
      return tell(run, activity, 'overdue');
    case 'remind':
      return tell(run, activity, 'dueSoon');
    case 'lifeSpan':
      return;
  }
}

function leaveByBoundary(run: Run, timer: Timer, { id, scopeId, causes }: ActivityInstance): void {
  const boundary = run.element(timer.elementId ?? '');
  if (boundary.kind !== 'timerBoundaryEvent') throw new Error(`${boundary.id} is no timer boundary event`);
  if (boundary.interrupting) end(run, id, 'cancelled');
  run.push({ type: 'arrive', elementId: boundary.id, token: { scopeId, viaFlow: null, causes } });
}

function tell(run: Run, activity: ActivityInstance, kind: 'overdue' | 'dueSoon'): void {
  const params = { elementName: run.element(activity.elementId).name };
  for (const item of openItems(run.state)) {
    if (item.activityId === activity.id) run.notify(kind, peopleOf(item), { workItemId: item.id, elementId: item.elementId, params });
  }
}

function expire(run: Run): void {
  const told = [...new Set([run.state.instance.applicantId, ...openItems(run.state).flatMap(peopleOf)])];
  endInstance(run, { status: 'terminated', outcome: 'expired' });
  run.notify('expired', told);
}
