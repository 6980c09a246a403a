import { isOpen, isPending } from './live';
import type { Run } from './run';
import type { ActivityInstance, Id, InstanceState, WorkItem } from './state';

export type NewWorkItem = Pick<WorkItem, 'kind' | 'status' | 'userId'> &
  Partial<Pick<WorkItem, 'candidates' | 'onBehalfOf' | 'seat' | 'parentSeatId' | 'seatOrder' | 'endedAt' | 'reason'>>;

/** Gives somebody a work item of this activity. */
export function createWorkItem(run: Run, activity: ActivityInstance, item: NewWorkItem): WorkItem {
  const workItem: WorkItem = {
    id: run.id(),
    activityId: activity.id,
    elementId: activity.elementId,
    candidates: [],
    onBehalfOf: null,
    seat: 'original',
    parentSeatId: null,
    seatOrder: 0,
    comment: null,
    createdAt: run.now,
    viewedAt: null,
    dueAt: item.kind === 'read' ? null : activity.dueAt,
    endedAt: null,
    urgedAt: null,
    reason: null,
    ...item,
  };
  run.emit({ type: 'workItemCreated', workItem });
  return workItem;
}

/** The seats of an activity in order: those that a vote counts and those that wait for their turn. */
export function seatsOf(state: InstanceState, activityId: Id): WorkItem[] {
  return Object.values(state.workItems)
    .filter((item) => item.activityId === activityId && item.kind === 'task' && counts(item))
    .sort((a, b) => a.seatOrder - b.seatOrder || compare(a.createdAt, b.createdAt));
}

/** People who can act on an item now. */
export function peopleOf(item: WorkItem): readonly Id[] {
  return item.userId === null ? item.candidates : [item.userId];
}

/** What somebody has to act on now, in this instance. */
export function openItems(state: InstanceState): WorkItem[] {
  return Object.values(state.workItems).filter((item) => item.kind !== 'read' && isOpen(item));
}

/** Nobody waits for these any more. Items to read stay. */
export function closeWorkItems(run: Run, activityId: Id): void {
  for (const item of Object.values(run.state.workItems)) {
    if (item.activityId !== activityId || item.kind === 'read' || !isPending(item)) continue;
    run.emit({
      type: 'workItemChanged',
      workItemId: item.id,
      elementId: item.elementId,
      change: { status: 'cancelled', endedAt: run.now },
    });
  }
}

// helpers //////////////////////

/** Seats added beside one share its place: they come after it, in the order in which they were added. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function counts(item: WorkItem): boolean {
  return isPending(item) || item.status === 'approved' || item.status === 'rejected';
}
