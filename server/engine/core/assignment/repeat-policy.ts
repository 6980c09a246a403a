import type { Approval, Id } from '../state';
import type { Assigning, Found } from './candidate';

/**
 * Who has approved before in this round need not be asked again: `consecutive` looks at the activity just before on
 * this token's way, `any` at all. After a straight resubmission nobody passes this way: who sent it back is to see it.
 */
export function repeatPolicy({ run, element, causes, restored }: Assigning, found: Found): Found {
  const { repeat, distribution } = element.settings;
  if (repeat === 'ask' || distribution === 'claim' || restored) return found;
  const before = run.state.instance.approvals;
  const approvers = approversOf(repeat === 'any' ? before : lastActivity(before, causes));
  const passes = found.people.filter((person) => approvers.has(person.userId));
  if (passes.length === 0) return found;
  return {
    ...found,
    people: found.people.map((person) =>
      approvers.has(person.userId) ? { ...person, passed: true, reason: { ...person.reason, note: 'repeatPassed' } } : person,
    ),
    notes: [...found.notes, ...passes.map((person) => ({ kind: 'repeatPassed' as const, userId: person.userId }))],
  };
}

// helpers //////////////////////

function lastActivity(approvals: readonly Approval[], causes: readonly Id[]): readonly Approval[] {
  const last = approvals.findLast((approval) => causes.includes(approval.activityId));
  return last ? approvals.filter((approval) => approval.activityId === last.activityId) : [];
}

function approversOf(approvals: readonly Approval[]): Set<Id> {
  return new Set(approvals.filter((approval) => approval.decision === 'approved').map((approval) => approval.userId));
}
