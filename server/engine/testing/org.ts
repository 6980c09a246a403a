import { assertNever } from '@/lib/assert-never';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { type FactAnswer, type FactQuery, type FactAnswers, factKey, type Person } from '../core/facts';
import type { Id } from '../core/state';

/** A small company in memory. What a test does not name is empty; a person's name is the id. */
export type Org = {
  departments?: Record<Id, { head?: Id; parent?: Id; members?: readonly Id[] }>;
  /** Direct manager of a person, for tests without departments. */
  managers?: Record<Id, Id>;
  /** Best rank of a person, 1 is the highest. */
  ranks?: Record<Id, number>;
  roles?: Record<Id, readonly Id[]>;
  groups?: Record<Id, readonly Id[]>;
  positions?: Record<Id, readonly Id[]>;
  proxies?: Record<Id, Id>;
  disabled?: readonly Id[];
  everyone?: readonly Id[];
  /** Answers about people say at once who acts for them. */
  proxiesAtOnce?: boolean;
};

export function answerAll(org: Org, queries: readonly FactQuery[]): FactAnswers {
  return Object.fromEntries(queries.map((query) => [factKey(query), answer(org, query)]));
}

// helpers //////////////////////

function answer(org: Org, query: FactQuery): FactAnswer {
  switch (query.kind) {
    case 'assignees': {
      const ids = peopleBy(org, query.rule, query);
      const active = [...new Set(ids)].filter((id) => !org.disabled?.includes(id));
      return { kind: 'assignees', people: active.map(person), ...(org.proxiesAtOnce ? { proxyOf: proxiesOf(org, active) } : {}) };
    }
    case 'managerOf': {
      const found = heads(org, query).find((head) => !query.notUserIds.includes(head));
      return {
        kind: 'managerOf',
        person: found === undefined ? null : person(found),
        ...(org.proxiesAtOnce ? { proxyOf: proxiesOf(org, found === undefined ? [] : [found]) } : {}),
      };
    }
    case 'proxies':
      return {
        kind: 'proxies',
        proxyOf: Object.fromEntries(query.userIds.flatMap((id) => (org.proxies?.[id] ? [[id, person(org.proxies[id])]] : []))),
      };
    default:
      return assertNever(query);
  }
}

function peopleBy(
  org: Org,
  rule: AssignmentRule,
  { applicantId, departmentId, subjects, levels }: Extract<FactQuery, { kind: 'assignees' }>,
): readonly Id[] {
  const membersOf = (ids: readonly Id[]) => ids.flatMap((id) => org.departments?.[id]?.members ?? []);
  switch (rule.kind) {
    case 'users':
      return rule.userIds;
    case 'department':
      return membersOf(rule.departmentIds);
    case 'position':
      return rule.positionIds.flatMap((id) => org.positions?.[id] ?? []);
    case 'departmentPosition':
      return membersOf(rule.departmentIds).filter((id) => rule.positionIds.some((position) => org.positions?.[position]?.includes(id)));
    case 'everyone':
      return org.everyone ?? [];
    case 'role':
      return rule.roleIds.flatMap((id) => org.roles?.[id] ?? []);
    case 'workGroup':
      return rule.workGroupIds.flatMap((id) => org.groups?.[id] ?? []);
    case 'applicant':
      return [applicantId];
    case 'manager':
      return heads(org, { userId: applicantId, departmentId }).slice(rule.levels - 1, rule.levels);
    case 'managerChain': {
      const chain = heads(org, { userId: applicantId, departmentId });
      const last = rule.untilRank === undefined ? -1 : chain.findIndex((id) => (org.ranks?.[id] ?? 99) <= (rule.untilRank ?? 0));
      return chain.slice(0, Math.min(last < 0 ? chain.length : last + 1, levels ?? chain.length));
    }
    case 'departmentHead':
      return subjects.flatMap((id) => org.departments?.[id]?.head ?? []);
    case 'fieldDepartments':
      return membersOf(subjects);
    case 'fieldUsers':
    case 'chosenByApplicant':
    case 'chosenByPrevious':
    case 'sameAs':
      return subjects;
    default:
      return assertNever(rule);
  }
}

/** The heads above a person, nearest first. */
function heads(org: Org, { userId, departmentId }: { userId: Id; departmentId: Id | null }): Id[] {
  const found: Id[] = [];
  if (departmentId !== null && org.departments?.[departmentId]) {
    for (let id: Id | undefined = departmentId; id !== undefined; id = org.departments[id]?.parent) {
      const head: Id | undefined = org.departments[id]?.head;
      if (head !== undefined && head !== userId && !found.includes(head)) found.push(head);
    }
    return found;
  }
  for (let id = org.managers?.[userId]; id !== undefined && !found.includes(id); id = org.managers?.[id]) found.push(id);
  return found;
}

function proxiesOf(org: Org, userIds: readonly Id[]): Record<Id, Person> {
  return Object.fromEntries(userIds.flatMap((id) => (org.proxies?.[id] ? [[id, person(org.proxies[id])]] : [])));
}

function person(userId: Id): Person {
  return { userId, name: userId, via: '' };
}
