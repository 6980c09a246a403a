import { personName } from '@/lib/format/person';
import type { Locale } from '@/lib/json';
import type { DocumentTypeView, DocumentView } from '@/server/instance/request-page';
import type { NextStep, PeopleChoice } from '@/server/instance/views';
import type { DocumentChoice } from './documents-edit';

type Parts = {
  choices: readonly PeopleChoice[];
  chosen: Readonly<Record<string, readonly string[]>>;
  /** The chain ahead; null when it cannot be told. */
  steps: readonly NextStep[] | null;
  /** The types that may be added now. */
  types: readonly DocumentTypeView[];
  documents: readonly DocumentChoice[];
  /** What the request has already. */
  present: readonly DocumentView[];
};

/** What is still to be brought before it can go on, by the paths that the server would name: people whom the chain waits for, and required documents. */
export function missingParts({ choices, chosen, steps, types, documents, present }: Parts): string[] {
  const awaited = new Set(steps?.filter((step) => step.notes.some((note) => note.kind === 'toBeChosen')).map((step) => step.elementId));
  const has = (typeId: string) => [...documents, ...present].some((document) => document.documentTypeId === typeId);
  return [
    ...choices
      .filter(({ elementId }) => awaited.has(elementId) && (chosen[elementId] ?? []).length === 0)
      .map(({ elementId }) => `chosen.${elementId}`),
    ...types.filter((type) => type.required && !has(type.id)).map((type) => `documents.${type.id}`),
  ];
}

/** Whom each activity had the last time: to be kept or changed. */
export function chosenBefore(choices: readonly PeopleChoice[]): Record<string, string[]> {
  return Object.fromEntries(choices.filter(({ chosen }) => chosen.length > 0).map(({ elementId, chosen }) => [elementId, [...chosen]]));
}

/** Whom the button names: the one person who has it next; where several have it at once, their step. */
export function nextName(step: NextStep, locale: Locale): string {
  const [first] = step.people;
  return first && (step.people.length === 1 || step.rule === 'sequential') ? personName(first, locale) : step.elementName;
}

/** The step that has it next, when somebody acts there. */
export function nextHuman(steps: readonly NextStep[] | null | undefined): NextStep | undefined {
  return steps?.find((step) => step.kind === 'human' && step.skipped === null);
}
