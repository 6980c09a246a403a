import { activeActivity, end } from '../activity';
import { assign } from '../assignment/assign';
import { Refusal } from '../failures';
import { fillSeats, groupOf } from '../group/fill-seats';
import type { Run } from '../run';
import type { ActivityInstance, Incident } from '../state';
import { requireRunning } from './guards';
import type { Handler } from './handler';

/** Does the step again that failed; what fails once more leaves a new incident. */
export const retryIncident: Handler<'retryIncident'> = (run, { incidentId, reason }) => {
  const incident = run.state.incidents[incidentId];
  if (!incident) throw new Refusal('ALREADY_DONE');
  requireRunning(run);
  const activity = incident.activityId ? activeActivity(run.state, incident.activityId) : undefined;
  if (!activity) throw new Refusal('STATE_CONFLICT');
  const { actor } = run.input;
  const byUserId = actor.kind === 'user' ? actor.userId : null;
  run.emit({ type: 'incidentResolved', incidentId, elementId: incident.elementId, byUserId, note: reason, at: run.now });
  again(run, incident, activity);
};

// helpers //////////////////////

function again(run: Run, incident: Incident, activity: ActivityInstance): void {
  const dead = Object.values(run.state.jobs).find((job) => job.activityId === activity.id && job.status === 'dead');
  const { elementId, id, scopeId, viaFlow, causes } = activity;
  if (dead) {
    // The same job, so that the outside system sees the same idempotency key.
    run.emit({ type: 'jobChanged', jobId: dead.id, change: { status: 'ready', attempts: 0, runAt: run.now, leaseToken: null } });
  } else if (incident.kind === 'nobody') {
    resolveAgain(run, activity);
  } else if (incident.detail.step === 'complete') {
    run.push({ type: 'complete', activityId: id });
  } else {
    end(run, id, 'failed');
    run.push({ type: incident.detail.step === 'pass' ? 'pass' : 'arrive', elementId, token: { scopeId, viaFlow, causes } });
  }
}

function resolveAgain(run: Run, activity: ActivityInstance): void {
  const element = run.element(activity.elementId);
  if (element.kind !== 'userTask') throw new Refusal('STATE_CONFLICT');
  const found = assign({ run, element, causes: activity.causes, restored: undefined });
  run.emit({ type: 'groupChanged', activityId: activity.id, elementId: element.id, group: groupOf(found) });
  fillSeats(run, element, activity, found);
}
