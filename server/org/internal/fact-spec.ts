import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { assertNever } from '@/lib/assert-never';
import type { FactQuery } from '@/server/engine/core/facts';

/** Which part of the statement answers a question. A statement has only the parts that its questions need. */
export type Part = 'named' | 'posts' | 'role' | 'everyone' | 'workGroup' | 'heads';

/** One question as a row of the statement's parameter; what a part does not read is left out. */
export type Spec = {
  part: Part;
  /** `named`: these people, in this order. `heads`: nobody may be found who is among them. */
  users?: readonly string[];
  departments?: readonly string[];
  positions?: readonly string[];
  sub?: boolean;
  /** Roles or work groups. */
  sets?: readonly string[];
  /** `heads`: whoever climbs, and from where; without a person each of `departments` is climbed from. */
  person?: string;
  department?: string | null;
  fromLevel?: number;
  /** The last level wanted; null for all there are. */
  toLevel?: number | null;
  untilRank?: number | null;
  /** Proxies for this process are answered too. */
  process?: string;
};

export function specOf(query: FactQuery): Spec {
  switch (query.kind) {
    case 'proxies':
      return { part: 'named', users: ids(query.userIds), process: query.processId };
    case 'managerOf':
      return {
        part: 'heads',
        person: query.userId,
        department: query.departmentId,
        users: ids(query.notUserIds),
        fromLevel: 1,
        toLevel: 1,
        ...forProcess(query.processId),
      };
    case 'assignees':
      return { ...specOfRule(query.rule, query), ...forProcess(query.processId) };
    default:
      return assertNever(query);
  }
}

// helpers //////////////////////

type Assignees = Extract<FactQuery, { kind: 'assignees' }>;

function specOfRule(rule: AssignmentRule, { applicantId, departmentId, subjects, levels }: Assignees): Spec {
  switch (rule.kind) {
    case 'users':
      return { part: 'named', users: ids(rule.userIds) };
    case 'applicant':
      return { part: 'named', users: ids([applicantId]) };
    case 'fieldUsers':
    case 'chosenByApplicant':
    case 'chosenByPrevious':
    case 'sameAs':
      return { part: 'named', users: ids(subjects) };
    case 'department':
      return { part: 'posts', departments: ids(rule.departmentIds), sub: rule.includeSub };
    case 'fieldDepartments':
      return { part: 'posts', departments: ids(subjects), sub: rule.includeSub };
    case 'position':
      return { part: 'posts', positions: ids(rule.positionIds) };
    case 'departmentPosition':
      return { part: 'posts', departments: ids(rule.departmentIds), sub: rule.includeSub, positions: ids(rule.positionIds) };
    case 'everyone':
      return { part: 'everyone' };
    case 'role':
      return { part: 'role', sets: ids(rule.roleIds) };
    case 'workGroup':
      return { part: 'workGroup', sets: ids(rule.workGroupIds) };
    case 'manager':
      return { part: 'heads', person: applicantId, department: departmentId, fromLevel: rule.levels, toLevel: rule.levels };
    case 'managerChain':
      return {
        part: 'heads',
        person: applicantId,
        department: departmentId,
        fromLevel: 1,
        toLevel: levels === null ? null : Math.max(0, Math.floor(levels)),
        untilRank: rule.untilRank ?? null,
      };
    case 'departmentHead':
      return { part: 'heads', departments: ids(subjects), fromLevel: 1, toLevel: 1 };
    default:
      return assertNever(rule);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Subjects come from form values: what is no id names nobody, instead of failing the whole statement. */
function ids(values: readonly string[]): string[] {
  return values.filter((value) => UUID.test(value));
}

function forProcess(processId: string | undefined): { process?: string } {
  return processId === undefined ? {} : { process: processId };
}
