import type { ElementOf } from '@/server/bpmn/definition';
import type { FactQuery } from '../facts';
import type { Run } from '../run';
import type { Id } from '../state';
import { askManager } from './applicant-policy';
import { askUpOneLevel } from './nobody-policy';
import type { AssigneesQuery } from './resolve-rules';

/**
 * What the policies will ask when the rules find nobody, or the applicant. A rule that names people finds them, unless they
 * have left: then one more round is cheaper than climbing the departments for every approval.
 */
export function likelyQuestions(run: Run, element: ElementOf<'userTask'>, questions: readonly AssigneesQuery[]): FactQuery[] {
  const { settings } = element;
  const named = questions.map(namedBy);
  const { applicantId } = run.state.instance;
  const maybeApplicant = named.some((ids) => ids === null || ids.includes(applicantId));
  const maybeNobody = !named.some((ids) => ids?.some((id) => id !== applicantId));
  return [
    ...(settings.applicant === 'manager' && maybeApplicant ? [askManager(run)] : []),
    ...(settings.nobody.kind === 'upOneLevel' && maybeNobody ? [askUpOneLevel(run, element)] : []),
  ];
}

// helpers //////////////////////

/** Whom a rule names outright; null for one that looks somebody up. */
function namedBy({ rule, subjects, applicantId }: AssigneesQuery): readonly Id[] | null {
  switch (rule.kind) {
    case 'users':
      return rule.userIds;
    case 'applicant':
      return [applicantId];
    case 'fieldUsers':
    case 'chosenByApplicant':
    case 'chosenByPrevious':
    case 'sameAs':
      return subjects;
    default:
      return null;
  }
}
