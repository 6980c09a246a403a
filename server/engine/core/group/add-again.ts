import { askRule } from '../assignment/resolve-rules';
import { announce } from '../notices';
import type { Run } from '../run';
import { createWorkItem, seatsOf } from '../seats';
import type { ActivityInstance, Id, WayBackSigners, WorkItem } from '../state';
import { changeAdded } from './added';

/** After a straight resubmission the signers that members had added sign too, but for those whose approval stands. */
export function addAgain(run: Run, activity: ActivityInstance, added: readonly WayBackSigners[]): void {
  if (added.length === 0) return;
  const wanted = added.flatMap(({ signers }) => signers.filter((signer) => !signer.approved).map((signer) => signer.userId));
  const [answer] = run.facts([askRule(run, { kind: 'users', userIds: [...new Set(wanted)] })]);
  const present = new Set(answer.people.map((person) => person.userId));
  const inOrder = activity.group?.rule.rule === 'sequential';
  for (const signers of added) {
    const owner = seatsOf(run.state, activity.id).find((seat) => seat.userId === signers.forUserId);
    if (!owner) continue;
    const stay = signers.signers.filter((signer) => signer.approved || present.has(signer.userId));
    const seats = stay.map(({ userId, approved }, index) =>
      createWorkItem(run, activity, {
        kind: 'task',
        status: approved ? 'approved' : begins(signers, inOrder, index) ? 'unread' : 'waiting',
        userId,
        seat: signers.position,
        parentSeatId: owner.id,
        seatOrder: signers.position === 'parallel' ? owner.seatOrder : index,
        reason: approved ? { rule: 'addSign', note: 'carriedOver' } : { rule: 'addSign' },
        ...(approved && { endedAt: run.now }),
      }),
    );
    if (signers.position !== 'parallel') group(run, activity.id, { owner, signers, seats });
    for (const seat of seats) announce(run, seat);
  }
}

// helpers //////////////////////

/** Whoever waits for a turn is opened by the group's next look at its seats. */
function begins({ position, rule }: WayBackSigners, inOrder: boolean, index: number): boolean {
  return position === 'parallel' ? !inOrder : position === 'before' && (rule !== 'sequential' || index === 0);
}

function group(run: Run, activityId: Id, { owner, signers, seats }: { owner: WorkItem; signers: WayBackSigners; seats: WorkItem[] }): void {
  const { position, rule, byUserId, comment } = signers;
  if (position === 'parallel') return;
  const again = { id: run.id(), forSeatId: owner.id, position, rule, seatIds: seats.map((seat) => seat.id), byUserId, comment };
  changeAdded(run, activityId, (added) => [...added, { ...again, outcome: null, tally: null }]);
  if (position === 'before' && owner.status === 'unread')
    run.emit({ type: 'workItemChanged', workItemId: owner.id, elementId: owner.elementId, change: { status: 'waiting' } });
}
