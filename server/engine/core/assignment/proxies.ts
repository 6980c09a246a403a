import type { Person } from '../facts';
import type { GroupNote, Id } from '../state';
import { mayActOnOwn } from './applicant-policy';
import type { Assigning, Candidate, Found } from './candidate';

/**
 * Somebody who is away is replaced by the proxy. A proxy who has a seat anyway gets no second one, and the applicant is
 * nobody's proxy in the own request: then the seat stays where it was.
 */
export function proxyPolicy({ run, element }: Assigning, found: Found): Found {
  if (found.people.length === 0) return found;
  const proxyOf = found.proxyOf ?? ask({ run, userIds: found.people.map((person) => person.userId) });
  const { applicantId } = run.state.instance;
  const taken = new Set(found.people.flatMap(({ userId }) => (proxyOf[userId] ? [] : [userId])));
  const people: Candidate[] = [];
  const notes: GroupNote[] = [...found.notes];
  for (const person of found.people) {
    const proxy = proxyOf[person.userId];
    if (!proxy || (proxy.userId === applicantId && !mayActOnOwn(element.settings))) {
      people.push(person);
      continue;
    }
    notes.push({ kind: 'proxy', userId: proxy.userId, forUserId: person.userId });
    if (taken.has(proxy.userId)) continue;
    taken.add(proxy.userId);
    people.push(stepIn(person, proxy));
  }
  return { ...found, people, notes };
}

// helpers //////////////////////

function ask({ run, userIds }: { run: Assigning['run']; userIds: readonly Id[] }): Readonly<Record<Id, Person>> {
  const [answer] = run.facts([{ kind: 'proxies', userIds: userIds.toSorted(), processId: run.state.instance.processId }]);
  return answer.proxyOf;
}

function stepIn(person: Candidate, proxy: Person): Candidate {
  return { userId: proxy.userId, name: proxy.name, onBehalfOf: person.userId, reason: { ...person.reason, proxyOf: person.name } };
}
