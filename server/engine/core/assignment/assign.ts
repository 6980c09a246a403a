import type { FactAnswer, Person } from '../facts';
import { applicantPolicy } from './applicant-policy';
import type { Assigning, Found } from './candidate';
import { carryOver } from './carry-over';
import { likelyQuestions } from './likely-questions';
import { nobodyPolicy } from './nobody-policy';
import { proxyPolicy } from './proxies';
import { repeatPolicy } from './repeat-policy';
import { questionsOf, uniteAnswers } from './resolve-rules';

/**
 * Who gets a seat: the rules, without the exceptions; then what happens when the applicant is among them, when nobody
 * is left, when somebody is away, and when somebody has approved before. Each policy is a file and takes what the one
 * before found. What a policy is likely to ask is asked along with the rules, so that most activities need one round.
 */
export function assign(assigning: Assigning): Found {
  return policies.reduce((found, policy) => policy(assigning, found), byRules(assigning));
}

// helpers //////////////////////

const policies = [applicantPolicy, nobodyPolicy, proxyPolicy, carryOver, repeatPolicy];

function byRules({ run, element }: Assigning): Found {
  const { settings } = element;
  const questions = questionsOf(run, element.id, settings.assignment);
  const exceptions = questionsOf(run, element.id, settings.except);
  const answers = run.facts([...questions, ...exceptions], likelyQuestions(run, element, questions));
  const left = new Set(answers.slice(questions.length).flatMap((answer) => answer.people.map((person) => person.userId)));
  const people = uniteAnswers(run, element.id, questions, answers).filter((person) => !left.has(person.userId));
  return { people, notes: [], rule: settings.completion, autoPass: false, proxyOf: proxiesIn(answers.slice(0, questions.length)) };
}

function proxiesIn(answers: readonly FactAnswer[]): Readonly<Record<string, Person>> | undefined {
  return answers.every((answer) => answer.proxyOf !== undefined)
    ? Object.assign({}, ...answers.map((answer) => answer.proxyOf))
    : undefined;
}
