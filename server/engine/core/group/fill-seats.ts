import type { ElementOf } from '@/server/bpmn/definition';
import type { Candidate, Found } from '../assignment/candidate';
import { raiseIncident } from '../incident';
import { announce } from '../notices';
import type { Run } from '../run';
import { createWorkItem, type NewWorkItem } from '../seats';
import type { ActivityInstance, ApprovalGroup } from '../state';
import { addAgain } from './add-again';
import { judge } from './judge';

/** An undecided group of what was found. */
export function groupOf(found: Found): ApprovalGroup {
  return { rule: found.rule, outcome: null, tally: null, notes: found.notes };
}

/** Gives the seats of a group, or leaves an incident when nobody was found; some groups are decided right away. */
export function fillSeats(run: Run, element: ElementOf<'userTask'>, activity: ActivityInstance, found: Found): void {
  if (found.autoPass) {
    run.emit({ type: 'groupChanged', activityId: activity.id, elementId: element.id, group: { ...groupOf(found), outcome: 'approved' } });
    run.push({ type: 'complete', activityId: activity.id });
  } else if (found.people.length === 0) {
    raiseIncident(run, element, activity.id, { kind: 'nobody', detail: { elementName: element.name } });
  } else if (element.settings.distribution === 'claim') {
    announce(run, createWorkItem(run, activity, claimedAgain(found) ?? offer(found.people)));
    addAgain(run, activity, found.restored?.added ?? []);
  } else {
    for (const seat of seats(run, found)) announce(run, createWorkItem(run, activity, seat));
    addAgain(run, activity, found.restored?.added ?? []);
    judge(run, element, activity.id, null);
  }
}

/** One item that all of them may take. */
export function offer(people: readonly Candidate[]): NewWorkItem {
  return {
    kind: 'task',
    status: 'unread',
    userId: null,
    candidates: people.map((person) => person.userId),
    reason: people[0]?.reason ?? null,
  };
}

// helpers //////////////////////

/** After a straight resubmission whoever had claimed it has it again, if it would still be offered to that person. */
function claimedAgain({ people, restored }: Found): NewWorkItem | null {
  const seat = restored?.seats[0];
  const person = people.find(({ userId }) => userId === seat?.userId);
  return seat && person
    ? { kind: 'task', status: 'unread', userId: person.userId, onBehalfOf: seat.onBehalfOf, reason: person.reason }
    : null;
}

function seats(run: Run, found: Found): NewWorkItem[] {
  const turn = found.people.findIndex((person) => !person.passed);
  return found.people.map((person, seatOrder) => {
    const seat = { kind: 'task', userId: person.userId, onBehalfOf: person.onBehalfOf, seatOrder, reason: person.reason } as const;
    if (person.passed) return { ...seat, status: 'approved', endedAt: run.now };
    return { ...seat, status: found.rule.rule === 'sequential' && seatOrder !== turn ? 'waiting' : 'unread' };
  });
}
