import type { ElementOf } from '@/server/bpmn/definition';
import { mayActOnOwn } from '../assignment/applicant-policy';
import { Refusal } from '../failures';
import { isOpen } from '../live';
import type { Run } from '../run';
import type { ActivityInstance, Id, WorkItem } from '../state';

/** The instance moves: neither suspended nor over. */
export function requireRunning(run: Run): void {
  if (run.state.instance.status !== 'running') throw new Refusal('STATE_CONFLICT');
}

export function requireUser(run: Run): Id {
  const { actor } = run.input;
  if (actor.kind !== 'user') throw new Refusal('FORBIDDEN');
  return actor.userId;
}

/** Loaded state holds live things only: an id that is not there was there once. */
export function requireItem(run: Run, workItemId: Id): WorkItem {
  const item = run.state.workItems[workItemId];
  if (!item) throw new Refusal('ALREADY_DONE');
  return item;
}

/** The actor's own item, or one offered to the actor among others; it need not be open any more. */
export function requireOwnItem(run: Run, workItemId: Id): WorkItem {
  const userId = requireUser(run);
  const item = requireItem(run, workItemId);
  if (item.userId === null ? !item.candidates.includes(userId) : item.userId !== userId) throw new Refusal('FORBIDDEN');
  return item;
}

/** The same, of this kind, in a running instance, open now. */
export function requireOwnOpenItem(run: Run, workItemId: Id, kind: WorkItem['kind']): WorkItem {
  const item = requireOwnItem(run, workItemId);
  requireOpen(run, item, kind);
  return item;
}

export function requireOpen(run: Run, item: WorkItem, kind: WorkItem['kind']): void {
  requireRunning(run);
  if (item.kind !== kind || item.status === 'waiting') throw new Refusal('STATE_CONFLICT');
  if (!isOpen(item)) throw new Refusal('ALREADY_DONE');
}

/** The active activity of an item and its element. */
export function requireUserTask(run: Run, item: WorkItem): { activity: ActivityInstance; element: ElementOf<'userTask'> } {
  const activity = run.state.activities[item.activityId];
  const element = run.element(item.elementId);
  if (activity?.status !== 'active') throw new Refusal('ALREADY_DONE');
  if (element.kind !== 'userTask') throw new Refusal('STATE_CONFLICT');
  return { activity, element };
}

/** Separation of duties: nobody decides on the own request, by whatever way the seat came. */
export function refuseOwnRequest(run: Run, element: ElementOf<'userTask'>, userId: Id): void {
  if (userId === run.state.instance.applicantId && !mayActOnOwn(element.settings)) throw new Refusal('SOD_VIOLATION');
}
