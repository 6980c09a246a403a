import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { evaluateNumber } from '../expressions';
import { Refusal } from '../failures';
import type { FactAnswer, FactQuery } from '../facts';
import type { Run } from '../run';
import { type Candidate, candidate, unique } from './candidate';
import { couldChoose, subjectsOf } from './subjects';

export type AssigneesQuery = Extract<FactQuery, { kind: 'assignees' }>;
export type AssigneesAnswer = Extract<FactAnswer, { kind: 'assignees' }>;

/** The questions of an activity's rules, in their order. */
export function questionsOf(run: Run, elementId: string, rules: readonly AssignmentRule[]): AssigneesQuery[] {
  return rules.map((rule) => askRule(run, rule, subjectsOf(run, elementId, rule)));
}

export function askRule(run: Run, rule: AssignmentRule, subjects: readonly string[] = []): AssigneesQuery {
  const { applicantId, departmentId, processId } = run.state.instance;
  const levels =
    rule.kind === 'managerChain' && rule.levels !== undefined ? Math.max(0, Math.floor(evaluateNumber(run, rule.levels))) : null;
  return { kind: 'assignees', rule, applicantId, departmentId, subjects, levels, processId };
}

/** Everybody the answers name, each person once, in the order of the rules. */
export function uniteAnswers(
  run: Run,
  elementId: string,
  questions: readonly AssigneesQuery[],
  answers: readonly AssigneesAnswer[],
): Candidate[] {
  return unique(
    questions.flatMap(({ rule }, index) => {
      const people = answers[index]?.people ?? [];
      if (people.length === 0 && couldChoose(run, rule.kind)) throw new Refusal('FIELD_REF', `chosen.${elementId}`);
      return people.map((person) => candidate(person, rule.kind));
    }),
  );
}
