import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { Run } from '../run';
import type { Candidate } from './candidate';
import { questionsOf, uniteAnswers } from './resolve-rules';

/** Who gets something to read: the rules without the policies for approvers, as nobody has to act. */
export function resolveReaders(
  run: Run,
  by: { elementId: string; rules: readonly AssignmentRule[]; except: readonly AssignmentRule[] },
): Candidate[] {
  const questions = questionsOf(run, by.elementId, by.rules);
  const exceptions = questionsOf(run, by.elementId, by.except);
  const answers = run.facts([...questions, ...exceptions]);
  const left = new Set(answers.slice(questions.length).flatMap((answer) => answer.people.map((person) => person.userId)));
  return uniteAnswers(run, by.elementId, questions, answers).filter((reader) => !left.has(reader.userId));
}
