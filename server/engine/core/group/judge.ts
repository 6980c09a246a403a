import type { ElementOf } from '@/server/bpmn/definition';
import { endInstance } from '../end-instance';
import { returnToApplicant } from '../return/to-applicant';
import type { Run } from '../run';
import { closeWorkItems } from '../seats';
import type { ActivityInstance, Id } from '../state';
import { groupSeats, openTurns, settleAdded, standingOf } from './added';
import { outcomeOf } from './outcome';

export type Decider = { userId: Id; comment: string };

/** Looks at the seats anew and does what follows: the next one's turn, or the end of the group with its arithmetic. */
export function judge(run: Run, element: ElementOf<'userTask'>, activityId: Id, by: Decider | null): void {
  settleAdded(run, activityId);
  const activity = run.state.activities[activityId];
  if (!activity?.group || activity.group.outcome !== null) return;
  const { group } = activity;
  const seats = groupSeats(run.state, activity);
  const { outcome, tally } = outcomeOf(
    group.rule,
    seats.map((seat) => standingOf(group, seat)),
  );
  if (tally.pending < tally.seats)
    run.emit({ type: 'groupChanged', activityId, elementId: element.id, group: { ...group, outcome, tally } });
  if (outcome === null) {
    if (group.rule.rule === 'sequential') openTurns(run, group, seats, true);
    return;
  }
  closeWorkItems(run, activityId);
  if (outcome === 'approved') run.push({ type: 'complete', activityId });
  else reject(run, element, activity, by);
}

// helpers //////////////////////

function reject(run: Run, element: ElementOf<'userTask'>, activity: ActivityInstance, by: Decider | null): void {
  const { onReject } = element.settings;
  const decider = by ?? { userId: run.state.instance.applicantId, comment: '' };
  switch (onReject.kind) {
    case 'followFlow':
      run.push({ type: 'complete', activityId: activity.id });
      return;
    case 'end':
      run.emit({ type: 'variablesSet', variables: { outcome: 'rejected' } });
      endInstance(run, { status: 'completed', outcome: 'rejected' });
      run.notify('rejected', [run.state.instance.applicantId], {
        elementId: element.id,
        params: { elementName: element.name, comment: decider.comment },
      });
      return;
    case 'returnToApplicant':
      returnToApplicant(run, {
        mode: onReject.resubmit === 'toRejecter' ? 'straight' : 'wholeChain',
        cause: 'rejected',
        byUserId: decider.userId,
        comment: decider.comment,
      });
  }
}
