import type { FormSchema } from '@/forms/schema/schema';
import type { Locale } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import type { PredictedStep, Prediction, PredictFrom } from '@/server/engine/core/predict/prediction';
import { predictWithFacts } from '@/server/engine/runtime/predict-with-facts';
import { type ConditionWords, conditionWords } from './condition-words';
import { loadPeople, type People } from './people';
import type { NextStep } from './views';

type Reader = { now: string; schema: FormSchema | null; locale: Locale };
export type Outlook = { steps: readonly NextStep[]; complete: boolean };

/** The chain with real names: what has begun, what comes next, and what is left out and why. */
export async function outlookOf(definition: Definition, from: PredictFrom, { now, schema, locale }: Reader): Promise<Outlook> {
  const prediction = await predictWithFacts(definition, from, now);
  const people = await loadPeople(prediction.steps.flatMap(idsIn));
  return {
    steps: prediction.steps.map((step) => toNextStep(step, people, (condition) => conditionWords(condition, schema, locale))),
    complete: isComplete(prediction),
  };
}

// helpers //////////////////////

/** What only waits for somebody to be chosen, or for the rest of the form, is not the whole chain. */
function isComplete({ ended, stoppedBecause }: Extract<Prediction, { kind: 'steps' }>): boolean {
  return ended && stoppedBecause === undefined;
}

function idsIn(step: PredictedStep): (string | null | undefined)[] {
  return [
    ...step.people.flatMap((person) => [person.userId, person.onBehalfOf]),
    ...step.notes.flatMap((note) => [note.userId, note.forUserId]),
  ];
}

function toNextStep(step: PredictedStep, people: People, words: (condition: string) => ConditionWords | null): NextStep {
  const { skipped } = step;
  return {
    elementId: step.elementId,
    elementName: step.name,
    kind: kindOf(step),
    now: step.now,
    people: step.people.map((person) => ({
      ...people.of(person.userId),
      via: person.via,
      note: person.note,
      onBehalfOf: people.maybe(person.onBehalfOf),
    })),
    rule: step.offered ? 'claim' : (step.rule?.rule ?? null),
    notes: step.notes.map(({ kind, userId, forUserId }) => ({ kind, person: people.maybe(userId), forPerson: people.maybe(forUserId) })),
    skipped: skipped
      ? { flowName: skipped.flowName, condition: skipped.condition, words: skipped.condition === null ? null : words(skipped.condition) }
      : null,
  };
}

function kindOf({ kind, rule }: PredictedStep): NextStep['kind'] {
  if (kind === 'serviceTask') return 'service';
  if (kind === 'timerCatchEvent') return 'timer';
  return kind === 'sendTask' || rule?.rule === 'auto' ? 'read' : 'human';
}
