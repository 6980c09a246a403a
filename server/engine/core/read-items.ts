import type { Candidate } from './assignment/candidate';
import type { Run } from './run';
import { createWorkItem } from './seats';
import type { ActivityInstance } from './state';

/** One item to read for each of these people, and one notice to all of them. */
export function giveToRead(run: Run, activity: ActivityInstance, readers: readonly Candidate[]): void {
  for (const [seatOrder, reader] of readers.entries())
    createWorkItem(run, activity, { kind: 'read', status: 'unread', userId: reader.userId, seatOrder, reason: reader.reason });
  run.notify(
    'toRead',
    readers.map((reader) => reader.userId),
    { elementId: activity.elementId, params: { elementName: run.element(activity.elementId).name } },
  );
}
