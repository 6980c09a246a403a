import type { Run } from '../run';
import { isOpen, isPending } from '../live';
import { announce } from '../notices';
import { seatsOf } from '../seats';
import type { ActivityInstance, AddedSigners, ApprovalGroup, Id, InstanceState, WorkItem } from '../state';
import { outcomeOf } from './outcome';

/** A seat as a vote counts it: an approval with signers after it stands once they have approved too. */
export type Standing = { status: 'approved' | 'rejected' | 'unread' };

export function addedTo(group: ApprovalGroup | null): readonly AddedSigners[] {
  return group?.added ?? [];
}

/** The seats that the group's own rule counts: those of the assignment and those added beside them. */
export function groupSeats(state: InstanceState, activity: ActivityInstance): WorkItem[] {
  const inner = new Set(addedTo(activity.group).flatMap((signers) => signers.seatIds));
  return seatsOf(state, activity.id).filter((seat) => !inner.has(seat.id));
}

export function standingOf(group: ApprovalGroup | null, seat: WorkItem): Standing {
  if (seat.status === 'rejected') return { status: 'rejected' };
  if (seat.status !== 'approved') return { status: 'unread' };
  const after = addedTo(group).filter((signers) => signers.forSeatId === seat.id && signers.position === 'after');
  if (after.some((signers) => signers.outcome === 'rejected')) return { status: 'rejected' };
  return { status: after.some((signers) => signers.outcome === null) ? 'unread' : 'approved' };
}

/** Takes up what added signers have said until nothing follows from it any more; they may have added others in their turn. */
export function settleAdded(run: Run, activityId: Id): void {
  while (addedTo(groupOf(run, activityId)).some((signers) => settle(run, activityId, signers))) continue;
}

/** Opens the seats whose turn it is: one after the other, or all that wait. Whoever asked others to sign first waits for them. */
export function openTurns(run: Run, group: ApprovalGroup | null, seats: readonly WorkItem[], inOrder: boolean): void {
  const waiting = seats.filter((seat) => seat.status === 'waiting' && !waitsForOthers(group, seat.id));
  const first = seats.find((seat) => standingOf(group, seat).status === 'unread');
  const turn = inOrder ? waiting.filter((seat) => seat.id === first?.id && !seats.some(isOpen)) : waiting;
  for (const seat of turn) reopen(run, seat);
}

/** Nobody waits for these signers any more, nor for those that they asked. */
export function dismiss(run: Run, group: ApprovalGroup | null, seatIds: readonly Id[]): void {
  for (const seatId of seatIds) {
    const seat = run.state.workItems[seatId];
    if (seat && isPending(seat)) {
      const change = { status: 'cancelled', endedAt: run.now } as const;
      run.emit({ type: 'workItemChanged', workItemId: seatId, elementId: seat.elementId, change });
    }
    for (const signers of addedTo(group)) if (signers.forSeatId === seatId) dismiss(run, group, signers.seatIds);
  }
}

/** How deep a seat lies in signers of signers: 0 in the group itself. */
export function depthOf(group: ApprovalGroup | null, seatId: Id): number {
  const signers = addedTo(group).find((candidate) => candidate.seatIds.includes(seatId));
  return signers ? 1 + depthOf(group, signers.forSeatId) : 0;
}

/** Whether this seat gives advice to somebody who votes after it. */
export function advises(group: ApprovalGroup | null, seatId: Id): boolean {
  const signers = addedTo(group).find((candidate) => candidate.seatIds.includes(seatId));
  return signers !== undefined && (signers.position === 'before' || advises(group, signers.forSeatId));
}

/** Who added this seat; null when the assignment gave it. */
export function adderOf(state: InstanceState, item: WorkItem): Id | null {
  const signers = addedTo(state.activities[item.activityId]?.group ?? null).find((candidate) => candidate.seatIds.includes(item.id));
  if (signers) return signers.byUserId;
  return item.seat === 'parallel' ? (state.workItems[item.parentSeatId ?? '']?.userId ?? null) : null;
}

/** One set of signers in another state. */
export function changeAdded(run: Run, activityId: Id, change: (added: readonly AddedSigners[]) => readonly AddedSigners[]): void {
  const activity = run.state.activities[activityId];
  if (!activity?.group) return;
  const { added: old = [], ...group } = activity.group;
  const added = change(old);
  run.emit({
    type: 'groupChanged',
    activityId,
    elementId: activity.elementId,
    group: added.length > 0 ? { ...group, added } : group,
  });
}

// helpers //////////////////////

function groupOf(run: Run, activityId: Id): ApprovalGroup | null {
  return run.state.activities[activityId]?.group ?? null;
}

function waitsForOthers(group: ApprovalGroup | null, seatId: Id): boolean {
  return addedTo(group).some((signers) => signers.forSeatId === seatId && signers.position === 'before' && signers.outcome === null);
}

/** Whether something came of it: then everything is looked at again. */
function settle(run: Run, activityId: Id, signers: AddedSigners): boolean {
  if (signers.outcome !== null) return false;
  const group = groupOf(run, activityId);
  const owner = run.state.workItems[signers.forSeatId];
  if (!owner || (!isPending(owner) && owner.status !== 'approved')) {
    dismiss(run, group, signers.seatIds);
    return false;
  }
  if (signers.position === 'after' && owner.status !== 'approved') return false;
  const members = seatsOf(run.state, activityId).filter((seat) => signers.seatIds.includes(seat.id));
  if (members.length === 0) {
    changeAdded(run, activityId, (added) => added.filter((one) => one.id !== signers.id));
    if (signers.position === 'before') openTurns(run, groupOf(run, activityId), [owner], false);
    return true;
  }
  const { outcome, tally } = outcomeOf(
    { rule: signers.rule },
    members.map((seat) => standingOf(group, seat)),
  );
  if (outcome === null) {
    openTurns(run, group, members, signers.rule === 'sequential');
    return false;
  }
  changeAdded(run, activityId, (added) => added.map((one) => (one.id === signers.id ? { ...one, outcome, tally } : one)));
  dismiss(run, group, signers.seatIds);
  if (signers.position === 'before') openTurns(run, groupOf(run, activityId), [owner], false);
  return true;
}

function reopen(run: Run, seat: WorkItem): void {
  run.emit({ type: 'workItemChanged', workItemId: seat.id, elementId: seat.elementId, change: { status: 'unread' } });
  announce(run, { ...seat, status: 'unread' });
}
