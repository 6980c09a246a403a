import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { Command } from '@/server/engine/core/command';
import type { WorkItem } from '@/server/engine/core/state';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { plainStart } from '@/test/plain-start';
import { addUser, ctxOf, publish, refusalOf, type TestProcess, type TestUser } from '@/test/portal';
import { execute } from './execute';
import { forgetKeptStates } from './kept-states';
import { load } from './load';
import { readJournal } from './read-journal';
import { findChainBreak } from './verify-journal';

const ROUNDS = 12;
let people: Record<'applicant' | 'ada' | 'bo' | 'cy' | 'operator', TestUser>;
let flow: TestProcess;

beforeAll(async () => {
  const names = ['applicant', 'ada', 'bo', 'cy', 'operator'] as const;
  people = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await addUser(name)]))) as typeof people;
  const { ada, bo, cy } = people;
  flow = await publish(
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
});

async function stateOf(id: string) {
  return (await load(query, { rootInstanceId: id }, newId()))!.state;
}

async function started(): Promise<{ id: string; itemOf: (user: TestUser) => WorkItem; timerId: string }> {
  const id = newId();
  await execute(ctxOf(people.applicant), {
    command: plainStart(flow, people.applicant.id, id),
    commandId: id,
  });
  const state = await stateOf(id);
  const items = Object.values(state.workItems);
  return { id, itemOf: (user) => items.find((item) => item.userId === user.id)!, timerId: Object.keys(state.timers)[0]! };
}

type Request = Awaited<ReturnType<typeof started>>;
type Act = (request: Request) => { by: TestUser; command: Command };

const approve =
  (who: () => TestUser): Act =>
  ({ itemOf }) => ({
    by: who(),
    command: { type: 'decide', workItemId: itemOf(who()).id, decision: 'approve', comment: '', values: {}, chosen: {} },
  });
const ada = () => people.ada;
const bo = () => people.bo;

const acts = {
  'ada approves': approve(ada),
  'bo approves': approve(bo),
  'bo returns': ({ itemOf }) => ({
    by: bo(),
    command: { type: 'returnToApplicant', workItemId: itemOf(bo()).id, comment: 'x', values: {} },
  }),
  'ada transfers': ({ itemOf }) => ({
    by: ada(),
    command: { type: 'transfer', workItemId: itemOf(ada()).id, toUserId: people.cy.id, comment: '' },
  }),
  'ada asks cy to sign': ({ itemOf }) => ({
    by: ada(),
    command: { type: 'addSign', workItemId: itemOf(ada()).id, position: 'before', rule: 'any', userIds: [people.cy.id], comment: '' },
  }),
  'ada’s item is reassigned': ({ itemOf }) => ({
    by: people.operator,
    command: { type: 'reassign', workItemId: itemOf(ada()).id, incidentId: null, toUserId: people.cy.id, reason: 'x' },
  }),
  'the timer fires': ({ timerId }) => ({ by: people.operator, command: { type: 'fireTimer', timerId } }),
  'the applicant withdraws': () => ({ by: people.applicant, command: { type: 'withdraw', reason: 'x' } }),
  'an operator suspends': () => ({ by: people.operator, command: { type: 'suspend', reason: 'x' } }),
  'an operator terminates': () => ({ by: people.operator, command: { type: 'terminate', reason: 'x' } }),
} as const satisfies Record<string, Act>;

/** What one can tell afterwards. */
async function outcomeOf({ id }: Request, codes: readonly (string | null)[]): Promise<string> {
  const state = await stateOf(id);
  const journal = await readJournal(query, id);
  expect(findChainBreak(journal)).toBeNull();
  expect(journal).toHaveLength(1 + codes.filter((code) => code === null).length);
  const nameOf = (userId: string | null) => Object.entries(people).find(([, user]) => user.id === userId)?.[0];
  const items = Object.values(state.workItems).map((item) => `${item.elementId} ${item.kind} ${item.status} ${nameOf(item.userId)}`);
  const counts = [state.activities, state.tokens, state.timers, state.incidents].map((part) => Object.keys(part).length);
  return JSON.stringify([codes, state.instance.status, state.instance.outcome, state.instance.round, items.sort(), counts]);
}

const carryOut = (request: Request, act: Act) => {
  const { by, command } = act(request);
  return refusalOf(execute(ctxOf(by), { rootInstanceId: request.id, command, commandId: newId() }));
};

describe('two commands at the same moment', () => {
  it.each([
    ['ada approves', 'bo approves'],
    ['ada approves', 'bo returns'],
    ['ada approves', 'ada transfers'],
    ['ada approves', 'ada asks cy to sign'],
    ['ada approves', 'the timer fires'],
    ['ada approves', 'the applicant withdraws'],
    ['ada approves', 'an operator suspends'],
    ['bo returns', 'the timer fires'],
    ['bo returns', 'an operator terminates'],
    ['ada transfers', 'ada’s item is reassigned'],
    ['ada asks cy to sign', 'ada’s item is reassigned'],
    ['the applicant withdraws', 'the timer fires'],
  ] as const)('end as if one had come after the other: %s, %s', async (one, other) => {
    // given
    const inOrder = async (first: Act, second: Act, flip: boolean) => {
      const request = await started();
      const codes = [await carryOut(request, first), await carryOut(request, second)];
      return outcomeOf(request, flip ? codes.reverse() : codes);
    };
    const legal = new Set([await inOrder(acts[one], acts[other], false), await inOrder(acts[other], acts[one], true)]);
    for (let round = 0; round < ROUNDS; round++) {
      const request = await started();
      if (round % 2 === 0) forgetKeptStates();
      // when
      const codes = await Promise.all([carryOut(request, acts[one]), carryOut(request, acts[other])]);
      // then
      expect([...legal]).toContain(await outcomeOf(request, codes));
    }
  });
});
