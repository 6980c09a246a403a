import type { Assigning, Found } from './candidate';

/** After a straight resubmission the approvals given in the same group stay valid; everybody else is asked again. */
export function carryOver({ restored }: Assigning, found: Found): Found {
  if (!restored || restored.approvedBy.length === 0) return found;
  const stays = (userId: string) => restored.approvedBy.includes(userId);
  return {
    ...found,
    people: found.people.map((person) =>
      stays(person.userId) ? { ...person, passed: true, reason: { ...person.reason, note: 'carriedOver' } } : person,
    ),
    notes: [
      ...found.notes,
      ...found.people.filter((person) => stays(person.userId)).map((person) => ({ kind: 'carriedOver' as const, userId: person.userId })),
    ],
  };
}
