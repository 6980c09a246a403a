import { Refusal } from '../failures';
import { announce } from '../notices';
import type { Run } from '../run';
import { createWorkItem } from '../seats';
import { activeActivity } from '../activity';
import type { CommandOf, Handler } from './handler';
import { handOver, requireNewPerson } from './hand-over';
import { refuseOwnRequest, requireItem, requireOpen, requireUserTask } from './guards';

/** An operator gives an open item to somebody else, or names somebody where nobody was found. */
export const reassign: Handler<'reassign'> = (run, command) => {
  if (command.workItemId !== null) reassignItem(run, command, command.workItemId);
  else if (command.incidentId !== null) nameSomebody(run, command, command.incidentId);
  else throw new Refusal('NOT_FOUND');
};

// helpers //////////////////////

function reassignItem(run: Run, { toUserId, reason }: CommandOf<'reassign'>, workItemId: string): void {
  const item = requireItem(run, workItemId);
  if (item.kind === 'read') throw new Refusal('STATE_CONFLICT');
  requireOpen(run, item, item.kind);
  const activity = activeActivity(run.state, item.activityId);
  if (!activity) throw new Refusal('STATE_CONFLICT');
  if (item.userId === toUserId) throw new Refusal('STATE_CONFLICT', 'toUserId', 'seated');
  if (item.kind === 'task') refuseOwnRequest(run, requireUserTask(run, item).element, toUserId);
  requireNewPerson(run, activity, toUserId);
  announce(run, handOver(run, item, { activity, userId: toUserId, comment: reason, rule: 'reassign' }));
}

function nameSomebody(run: Run, { toUserId, reason }: CommandOf<'reassign'>, incidentId: string): void {
  const incident = run.state.incidents[incidentId];
  const activity = incident?.activityId ? activeActivity(run.state, incident.activityId) : undefined;
  if (!incident || !activity) throw new Refusal('ALREADY_DONE');
  const element = run.element(activity.elementId);
  if (incident.kind !== 'nobody' || element.kind !== 'userTask') throw new Refusal('STATE_CONFLICT');
  refuseOwnRequest(run, element, toUserId);
  requireNewPerson(run, activity, toUserId);
  const { actor } = run.input;
  const byUserId = actor.kind === 'user' ? actor.userId : null;
  run.emit({ type: 'incidentResolved', incidentId, elementId: incident.elementId, byUserId, note: reason, at: run.now });
  announce(run, createWorkItem(run, activity, { kind: 'task', status: 'unread', userId: toUserId, reason: { rule: 'reassign' } }));
}
