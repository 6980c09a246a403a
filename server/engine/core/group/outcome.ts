import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { ApprovalGroup, Tally, WorkItem } from '../state';
import { needOf } from './need';

export type Verdict = { outcome: ApprovalGroup['outcome']; tally: Tally };

/**
 * The state of a vote, asked again after every decision and every change of its members: approved once the need is
 * met, rejected once it can no longer be met. One rejection decides `all`, `any` and `sequential`.
 */
export function outcomeOf(rule: CompletionRule, seats: readonly Pick<WorkItem, 'status'>[]): Verdict {
  const approved = seats.filter((seat) => seat.status === 'approved').length;
  const rejected = seats.filter((seat) => seat.status === 'rejected').length;
  const pending = seats.length - approved - rejected;
  const tally = { approved, rejected, pending, seats: seats.length, need: needOf(rule, seats.length) };
  return { outcome: decide(rule, tally), tally };
}

// helpers //////////////////////

function decide(rule: CompletionRule, { approved, rejected, pending, seats, need }: Tally): ApprovalGroup['outcome'] {
  if (seats === 0) return null;
  if (approved >= need) return 'approved';
  const lost = rule.rule === 'vote' ? approved + pending < need : rejected > 0;
  return lost ? 'rejected' : null;
}
