import { Refusal } from '../failures';
import { addedTo, changeAdded } from '../group/added';
import { askRule } from '../assignment/resolve-rules';
import type { Run } from '../run';
import { createWorkItem, seatsOf } from '../seats';
import type { ActivityInstance, Id, WorkItem } from '../state';

/** The person a seat goes to must exist, be active and have no say in this group yet. */
export function requireNewPerson(run: Run, activity: ActivityInstance, userId: Id, path = 'toUserId'): void {
  if (seatsOf(run.state, activity.id).some((seat) => seat.userId === userId)) throw new Refusal('STATE_CONFLICT', path, 'seated');
  const [answer] = run.facts([askRule(run, { kind: 'users', userIds: [userId] })]);
  if (!answer.people.some((person) => person.userId === userId)) throw new Refusal('FIELD_REF', path);
}

/** The old item ends as transferred, and a new one takes its place in the order. */
export function handOver(
  run: Run,
  item: WorkItem,
  to: { activity: ActivityInstance; userId: Id; comment: string; rule: string },
): WorkItem {
  run.emit({
    type: 'workItemChanged',
    workItemId: item.id,
    elementId: item.elementId,
    change: { status: 'transferred', comment: to.comment, endedAt: run.now },
  });
  const seat = createWorkItem(run, to.activity, {
    kind: item.kind,
    status: item.status === 'waiting' ? 'waiting' : 'unread',
    userId: to.userId,
    seat: 'transferred',
    parentSeatId: item.id,
    seatOrder: item.seatOrder,
    reason: { rule: to.rule },
  });
  if (addedTo(to.activity.group).length > 0) {
    const moved = (id: Id): Id => (id === item.id ? seat.id : id);
    changeAdded(run, to.activity.id, (added) =>
      added.map((signers) => ({ ...signers, forSeatId: moved(signers.forSeatId), seatIds: signers.seatIds.map(moved) })),
    );
  }
  return seat;
}
