import { describe, expect, it } from 'vitest';
import type { DocumentTypeView, DocumentView } from '@/server/instance/request-page';
import type { NextStep, PeopleChoice } from '@/server/instance/views';
import { chosenBefore, missingParts, nextHuman, nextName } from './missing-parts';

const choice = (elementId: string, chosen: string[] = []): PeopleChoice => ({ elementId, elementName: elementId, multiple: false, chosen });
const step = (elementId: string, more: Partial<NextStep> = {}): NextStep => ({
  elementId,
  elementName: elementId,
  kind: 'human',
  now: false,
  people: [],
  rule: 'any',
  notes: [],
  skipped: null,
  ...more,
});
const open = (elementId: string) => step(elementId, { notes: [{ kind: 'toBeChosen', person: null, forPerson: null }] });
const type = (id: string, required: boolean): DocumentTypeView => ({
  id,
  name: { zh: id, en: id },
  required,
  formats: [],
  maxCount: 3,
  addable: true,
});
const nothing = { choices: [], chosen: {}, steps: [], types: [], documents: [], present: [] };

describe('what is missing before it can go on', () => {
  it('is people for the activities on the way, not for those of another branch', () => {
    const asked = { ...nothing, choices: [choice('handle'), choice('other')], steps: [open('handle')] };
    expect(missingParts(asked)).toEqual(['chosen.handle']);
    expect(missingParts({ ...asked, chosen: { handle: ['li'] } })).toEqual([]);
  });

  it('is left to the server where the chain cannot be told', () => {
    expect(missingParts({ ...nothing, choices: [choice('handle')], steps: null })).toEqual([]);
  });

  it('is a required document that is neither there nor added now', () => {
    const asked = { ...nothing, types: [type('slip', true), type('note', false)] };
    expect(missingParts(asked)).toEqual(['documents.slip']);
    expect(missingParts({ ...asked, documents: [{ documentId: 'd', documentTypeId: 'slip' }] })).toEqual([]);
    expect(missingParts({ ...asked, present: [{ documentTypeId: 'slip' } as DocumentView] })).toEqual([]);
  });
});

it('who was chosen the last time is chosen again until somebody changes it', () => {
  expect(chosenBefore([choice('handle', ['li']), choice('other')])).toEqual({ handle: ['li'] });
});

it('the button names the next who acts, even when that person is still to be chosen', () => {
  const skipped = step('finance', { skipped: { flowName: '', condition: null, words: null } });
  expect(nextHuman([skipped, step('tell', { kind: 'read' }), open('handle'), step('book')])?.elementId).toBe('handle');
});

it('the button names the one person who has it next, and the step where several have it at once', () => {
  const people = ['苏青', '马骁'].map((name) => ({ id: name, name, nameEn: '', via: '', note: null, onBehalfOf: null }));
  expect(nextName(step('审批', { people: people.slice(0, 1) }), 'zh')).toBe('苏青');
  expect(nextName(step('审批', { people, rule: 'sequential' }), 'zh')).toBe('苏青');
  expect(nextName(step('审批', { people, rule: 'all' }), 'zh')).toBe('审批');
});
