import { expect } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { Command } from '@/server/engine/core/command';
import type { InstanceState, WorkItem } from '@/server/engine/core/state';
import { execute } from '@/server/engine/runtime/execute';
import { load } from '@/server/engine/runtime/load';
import { readJournal } from '@/server/engine/runtime/read-journal';
import { findChainBreak } from '@/server/engine/runtime/verify-journal';
import { plainStart } from '@/test/plain-start';
import { addUser, ctxOf, publish, refusalOf, type TestProcess, type TestUser } from '@/test/portal';
import { model } from './builder';
import { forUsers } from './people';

/** One request that several people and a timer can do something to at the same moment, and what each of them does. */

const NAMES = ['applicant', 'ada', 'bo', 'cy', 'operator'] as const;
type Name = (typeof NAMES)[number];

export type RaceCourse = { people: Record<Name, TestUser>; flow: TestProcess };
export type RaceRequest = {
  id: string;
  people: RaceCourse['people'];
  state: InstanceState;
  itemOf(name: Name): WorkItem;
};
type Act = (request: RaceRequest) => { by: Name; command: Command };

export async function raceCourse(): Promise<RaceCourse> {
  const entries = await Promise.all(NAMES.map(async (name) => [name, await addUser(name)] as const));
  const people = Object.fromEntries(entries) as RaceCourse['people'];
  const { ada, bo, cy } = people;
  const flow = await publish(
    model()
      .start('s', 'a')
      .task('a', 'b', {
        ...forUsers(ada.id, bo.id),
        completion: { rule: 'all' },
        actions: ['approve', 'reject', 'return', 'transfer', 'addSign'],
        commentRequired: [],
        repeat: 'ask',
      })
      .onTimer('late', 'a', 'c', { timer: { kind: 'duration', duration: 'PT0S' }, interrupting: true })
      .task('b', 'e', forUsers(cy.id))
      .task('c', 'e', forUsers(cy.id))
      .end('e')
      .build(),
  );
  return { people, flow };
}

export async function startedRace({ people, flow }: RaceCourse): Promise<RaceRequest> {
  const id = newId();
  await execute(ctxOf(people.applicant), { command: plainStart(flow, people.applicant.id, id), commandId: id });
  const state = await stateOf(id);
  const itemOf = (name: Name) => {
    const item = Object.values(state.workItems).find(({ userId }) => userId === people[name].id);
    if (!item) throw new Error(`${name} has nothing`);
    return item;
  };
  return { id, people, state, itemOf };
}

const approve =
  (by: Name): Act =>
  ({ itemOf }) => ({
    by,
    command: { type: 'decide', workItemId: itemOf(by).id, decision: 'approve', comment: '', values: {}, chosen: {} },
  });

export const acts = {
  'ada approves': approve('ada'),
  'bo approves': approve('bo'),
  'ada rejects': ({ itemOf }) => ({
    by: 'ada',
    command: { type: 'decide', workItemId: itemOf('ada').id, decision: 'reject', comment: '', values: {}, chosen: {} },
  }),
  'bo returns': ({ itemOf }) => ({
    by: 'bo',
    command: { type: 'returnToApplicant', workItemId: itemOf('bo').id, comment: 'x', values: {} },
  }),
  'ada transfers': ({ itemOf, people }) => ({
    by: 'ada',
    command: { type: 'transfer', workItemId: itemOf('ada').id, toUserId: people.cy.id, comment: '' },
  }),
  'ada asks cy to sign': ({ itemOf, people }) => ({
    by: 'ada',
    command: { type: 'addSign', workItemId: itemOf('ada').id, position: 'before', rule: 'any', userIds: [people.cy.id], comment: '' },
  }),
  'ada’s item is reassigned': ({ itemOf, people }) => ({
    by: 'operator',
    command: { type: 'reassign', workItemId: itemOf('ada').id, incidentId: null, toUserId: people.cy.id, reason: 'x' },
  }),
  'the timer fires': ({ state }) => ({ by: 'operator', command: { type: 'fireTimer', timerId: Object.keys(state.timers)[0] ?? '' } }),
  'the applicant withdraws': () => ({ by: 'applicant', command: { type: 'withdraw', reason: 'x' } }),
  'the applicant reminds': () => ({ by: 'applicant', command: { type: 'urge', comment: 'x' } }),
  'an operator suspends': () => ({ by: 'operator', command: { type: 'suspend', reason: 'x' } }),
  'an operator terminates': () => ({ by: 'operator', command: { type: 'terminate', reason: 'x' } }),
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof acts;

/** Carries an act out; the code of its refusal, or null. */
export function carryOut(request: RaceRequest, name: ActName, commandId: string = newId()): Promise<string | null> {
  const { by, command } = acts[name](request);
  return refusalOf(execute(ctxOf(request.people[by]), { rootInstanceId: request.id, command, commandId }));
}

/** What one can tell afterwards; the journal has an entry for each act that was not refused, and none is torn. */
export async function outcomeOf({ id, people }: RaceRequest, codes: readonly (string | null)[]): Promise<string> {
  const state = await stateOf(id);
  const journal = await readJournal(query, id);
  expect(findChainBreak(journal)).toBeNull();
  expect(journal).toHaveLength(1 + codes.filter((code) => code === null).length);
  const nameOf = (userId: string | null) => Object.entries(people).find(([, user]) => user.id === userId)?.[0];
  const items = Object.values(state.workItems).map((item) => `${item.elementId} ${item.kind} ${item.status} ${nameOf(item.userId)}`);
  const counts = [state.activities, state.tokens, state.timers, state.incidents].map((part) => Object.keys(part).length);
  return JSON.stringify([codes, state.instance.status, state.instance.outcome, state.instance.round, items.sort(), counts]);
}

/** How two acts may end: as if one had come after the other. */
export async function legalOutcomes(course: RaceCourse, one: ActName, other: ActName): Promise<ReadonlySet<string>> {
  const inOrder = async (first: ActName, second: ActName, flip: boolean) => {
    const request = await startedRace(course);
    const codes = [await carryOut(request, first), await carryOut(request, second)];
    return outcomeOf(request, flip ? codes.reverse() : codes);
  };
  return new Set([await inOrder(one, other, false), await inOrder(other, one, true)]);
}

// helpers //////////////////////

async function stateOf(id: string): Promise<InstanceState> {
  const loaded = await load(query, { rootInstanceId: id }, newId());
  if (!loaded) throw new Error('there is no such request');
  return loaded.state;
}
