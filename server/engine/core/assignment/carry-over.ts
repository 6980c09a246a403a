import type { WayBackSeat } from '../state';
import { type Assigning, type Candidate, type Found, unique } from './candidate';

/**
 * After a straight resubmission the approvals given in the same group stay valid and everybody else is asked again:
 * where a seat had been handed over, the one who had it last; where an operator had named somebody, that person.
 */
export function carryOver({ restored }: Assigning, found: Found): Found {
  if (!restored || restored.seats.length === 0 || found.autoPass) return found;
  const { seats } = restored;
  const people = found.people.length > 0 ? found.people.map((person) => sitAgain(person, seats)) : seats.map(named);
  const stay = people.filter((person) => person.passed);
  return {
    ...found,
    restored,
    people: unique(people),
    notes: [...found.notes, ...stay.map(({ userId }) => ({ kind: 'carriedOver' as const, userId }))],
  };
}

// helpers //////////////////////

function sitAgain(person: Candidate, seats: readonly WayBackSeat[]): Candidate {
  const own = [person.userId, person.onBehalfOf];
  const handedOver = seats.find((seat) => own.some((id) => id !== null && seat.transferredFrom.includes(id)));
  const seat =
    handedOver ?? seats.find(({ userId, onBehalfOf }) => own.includes(userId) || (onBehalfOf !== null && own.includes(onBehalfOf)));
  if (seat?.approved)
    return { ...person, userId: seat.userId, onBehalfOf: seat.onBehalfOf, passed: true, reason: { ...person.reason, note: 'carriedOver' } };
  return handedOver ? named(handedOver) : person;
}

function named({ userId, onBehalfOf, approved }: WayBackSeat): Candidate {
  const seat = { userId, name: '', onBehalfOf };
  return approved
    ? { ...seat, passed: true, reason: { rule: 'transfer', note: 'carriedOver' } }
    : { ...seat, reason: { rule: 'transfer' } };
}
