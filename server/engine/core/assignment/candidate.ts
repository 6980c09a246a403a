import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { ElementOf } from '@/server/bpmn/definition';
import type { Restored, Token } from '../agenda-step';
import type { Person } from '../facts';
import type { Run } from '../run';
import type { GroupNote, Id, SeatReason } from '../state';

/** The activity that looks for people, on this token's way. */
export type Assigning = { run: Run; element: ElementOf<'userTask'>; causes: Token['causes']; restored: Restored | undefined };

/** Somebody who is to get a seat, and why. `passed`: the seat counts as approved from the start. */
export type Candidate = { userId: Id; name: string; onBehalfOf: Id | null; reason: SeatReason; passed?: true };

/** What the policies hand on to each other. */
export type Found = {
  people: readonly Candidate[];
  notes: readonly GroupNote[];
  rule: CompletionRule;
  /** Nobody is needed: the activity counts as approved. */
  autoPass: boolean;
  /** Proxies that came along with the answers; undefined as soon as one answer brought none. */
  proxyOf: Readonly<Record<Id, Person>> | undefined;
  /** What a straight resubmission gives back. */
  restored?: Restored;
};

export function candidate(person: Person, rule: string, note?: GroupNote['kind']): Candidate {
  const reason: SeatReason = { rule, ...(person.via === '' ? {} : { via: person.via }), ...(note ? { note } : {}) };
  return { userId: person.userId, name: person.name, onBehalfOf: null, reason };
}

/** One person has one place: the first. */
export function unique(people: readonly Candidate[]): Candidate[] {
  const seen = new Set<Id>();
  return people.filter(({ userId }) => !seen.has(userId) && seen.add(userId));
}
