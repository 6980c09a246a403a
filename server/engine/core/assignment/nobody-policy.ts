import type { ElementOf } from '@/server/bpmn/definition';
import type { FactAnswer, FactQuery, Person } from '../facts';
import type { Run } from '../run';
import type { GroupNote, Id } from '../state';
import { mayActOnOwn } from './applicant-policy';
import { type Assigning, candidate, type Found, unique } from './candidate';
import { askRule } from './resolve-rules';
import { isToBeChosen, subjectsOf } from './subjects';

/** Upwards from the department that the rules are about, or else from the applicant's. */
export function askUpOneLevel(run: Run, element: ElementOf<'userTask'>): Extract<FactQuery, { kind: 'managerOf' }> {
  const { applicantId, departmentId, processId } = run.state.instance;
  const notUserIds = mayActOnOwn(element.settings) ? [] : [applicantId];
  return { kind: 'managerOf', userId: applicantId, departmentId: departmentMeant(run, element) ?? departmentId, notUserIds, processId };
}

/** Nobody was found: the next head up, a named person, the administrators, or on without anybody. */
export function nobodyPolicy({ run, element }: Assigning, found: Found): Found {
  if (found.people.length > 0) return found;
  if (isToBeChosen(run, element.id, element.settings.assignment))
    return { ...found, autoPass: true, notes: [...found.notes, { kind: 'toBeChosen' }] };
  const { nobody } = element.settings;
  switch (nobody.kind) {
    case 'upOneLevel': {
      const [answer] = run.facts([askUpOneLevel(run, element)]);
      return fallBack(run, element, found, { people: answer.person ? [answer.person] : [], answer, note: 'fellBackUp', via: 'upOneLevel' });
    }
    case 'user':
      return fallBackToUsers(run, element, found, { userIds: [nobody.userId], note: 'fellBackUser', via: 'user' });
    case 'processAdmin': {
      const asked = fallBackToUsers(run, element, found, {
        userIds: run.definition.settings.adminIds,
        note: 'fellBackAdmin',
        via: 'processAdmin',
      });
      // Any one of them stands for the missing group.
      return { ...asked, rule: { rule: 'any' } };
    }
    case 'autoPass':
      return { ...found, autoPass: true, notes: [...found.notes, { kind: 'autoPassed' }] };
  }
}

// helpers //////////////////////

type FallBack = { people: readonly Person[]; answer: FactAnswer; note: GroupNote['kind']; via: string };

function fallBackToUsers(
  run: Run,
  element: ElementOf<'userTask'>,
  found: Found,
  to: { userIds: readonly Id[]; note: GroupNote['kind']; via: string },
): Found {
  if (to.userIds.length === 0) return found;
  const [answer] = run.facts([askRule(run, { kind: 'users', userIds: [...to.userIds] })]);
  return fallBack(run, element, found, { people: answer.people, answer, note: to.note, via: to.via });
}

function fallBack(run: Run, element: ElementOf<'userTask'>, found: Found, { people, answer, note, via }: FallBack): Found {
  const { applicantId } = run.state.instance;
  const fit = people.filter((person) => person.userId !== applicantId || mayActOnOwn(element.settings));
  return {
    ...found,
    people: unique(fit.map((person) => candidate(person, via, note))),
    notes: [...found.notes, ...fit.map((person) => ({ kind: note, userId: person.userId }))],
    proxyOf: answer.proxyOf,
  };
}

function departmentMeant(run: Run, element: ElementOf<'userTask'>): Id | undefined {
  for (const rule of element.settings.assignment) {
    if (rule.kind === 'department' || rule.kind === 'departmentPosition') return rule.departmentIds[0];
    if (rule.kind === 'departmentHead' || rule.kind === 'fieldDepartments') return subjectsOf(run, element.id, rule)[0];
  }
  return undefined;
}
