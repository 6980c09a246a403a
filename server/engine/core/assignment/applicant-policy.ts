import type { UserTaskSettings } from '@/lib/bpmn/settings';
import type { FactQuery } from '../facts';
import type { Run } from '../run';
import { type Assigning, candidate, type Found } from './candidate';

/** An explicit rule "the applicant" means what it says, whatever the policy. */
export function mayActOnOwn(settings: UserTaskSettings): boolean {
  return settings.applicant === 'allow' || settings.assignment.some((rule) => rule.kind === 'applicant');
}

/** The applicant's manager, who is not the applicant. */
export function askManager(run: Run): Extract<FactQuery, { kind: 'managerOf' }> {
  const { applicantId, departmentId, processId } = run.state.instance;
  return { kind: 'managerOf', userId: applicantId, departmentId, notUserIds: [applicantId], processId };
}

/** The applicant is among the approvers: the seat goes away, or to the manager, who never gets two. */
export function applicantPolicy({ run, element }: Assigning, found: Found): Found {
  const { applicantId } = run.state.instance;
  const { settings } = element;
  const at = found.people.findIndex((person) => person.userId === applicantId);
  if (at < 0 || mayActOnOwn(settings)) return found;
  const others = found.people.toSpliced(at, 1);
  if (settings.applicant === 'manager') {
    const [{ person, proxyOf }] = run.facts([askManager(run)]);
    if (person && !others.some((other) => other.userId === person.userId)) {
      const note = { kind: 'applicantToManager', userId: person.userId, forUserId: applicantId } as const;
      return {
        ...found,
        people: found.people.toSpliced(at, 1, candidate(person, 'manager', note.kind)),
        notes: [...found.notes, note],
        proxyOf: found.proxyOf && proxyOf ? { ...found.proxyOf, ...proxyOf } : undefined,
      };
    }
  }
  return { ...found, people: others, notes: [...found.notes, { kind: 'applicantLeftOut', userId: applicantId }] };
}
