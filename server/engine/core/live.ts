import type { InstanceState, WorkItem } from './state';

/** A work item that still waits for somebody, or for its turn. */
export function isPending(item: WorkItem): boolean {
  return item.status === 'unread' || item.status === 'viewed' || item.status === 'accepted' || item.status === 'waiting';
}

/** A work item that somebody can act on now. */
export function isOpen(item: Pick<WorkItem, 'status'>): boolean {
  return item.status === 'unread' || item.status === 'viewed' || item.status === 'accepted';
}

/** What the next load of the instance gives: active activities, their seats, and whatever is still open. */
export function live(state: InstanceState): InstanceState {
  const activities = keep(state.activities, (activity) => activity.status === 'active');
  return {
    ...state,
    activities,
    workItems: keep(state.workItems, (item) => isPending(item) || (item.kind !== 'read' && activities[item.activityId] !== undefined)),
  };
}

function keep<T>(map: Readonly<Record<string, T>>, fits: (value: T) => boolean): Readonly<Record<string, T>> {
  const kept: Record<string, T> = {};
  for (const [key, value] of Object.entries(map)) if (fits(value)) kept[key] = value;
  return kept;
}
