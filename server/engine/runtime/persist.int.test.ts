import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import { query } from '@/server/db/client';
import { apply } from '@/server/engine/core/apply';
import type { Command, CommandActor } from '@/server/engine/core/command';
import { isOpen, live } from '@/server/engine/core/live';
import type { InstanceState, WorkItem } from '@/server/engine/core/state';
import { model } from '@/server/engine/testing/builder';
import { execute } from '@/server/engine/testing/engine';
import { toDefinition } from '@/server/engine/testing/ast-to-model';
import { anyProcess } from '@/server/engine/testing/process-ast';
import { forUsers } from '@/server/engine/testing/people';
import { publish, type TestProcess } from '@/test/portal';
import { load } from './load';
import { persist } from './persist';
import { readJournal } from './read-journal';
import { findChainBreak } from './verify-journal';

const people = Array.from({ length: 4 }, () => newId());
const [ada = '', bo = '', cy = '', di = ''] = people;
const applicant = newId();

/** Between them these hold every kind of row: seats of every rule, offers, joins, timers, jobs, incidents, readers, scopes. */
const models: Record<string, () => Definition> = {
  votes: () =>
    model({ lifeSpan: 'P30D' })
      .start('s', 'vote')
      .task('vote', 'seq', {
        ...forUsers(ada, bo, cy),
        completion: { rule: 'vote', percent: 50, compare: 'moreThan' },
        due: { duration: 'P2D', remindBefore: 'PT4H' },
      })
      .task('seq', 'note', {
        ...forUsers(cy, di),
        completion: { rule: 'sequential' },
        repeat: 'ask',
        onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' },
      })
      .send('note', 'e', { assignment: [{ kind: 'users', userIds: [ada, bo] }], receipt: true })
      .end('e')
      .build(),
  parallel: () =>
    model()
      .start('s', 'split')
      .and('split', ['a', 'b', 'work'])
      .task('a', 'join', { ...forUsers(ada, bo), distribution: 'claim' })
      .task('b', 'join', forUsers(bo))
      .service('work', 'join')
      .and('join', 'wait')
      .timer('wait', 'e', { kind: 'duration', duration: 'PT1H' })
      .end('e')
      .build(),
  scopes: () =>
    model()
      .start('s', 'sub')
      .sub('sub', 'nobody')
      .start('s2', 'inner', { in: 'sub' })
      .task('inner', 'call', forUsers(cy), { in: 'sub' })
      .service('call', 'e2', {}, { in: 'sub' })
      .end('e2', { in: 'sub' })
      .onTimer('late', 'sub', 'e', { timer: { kind: 'duration', duration: 'P1D' }, interrupting: true })
      .onError('failed', 'sub', 'nobody', { code: 'NO' })
      .task('nobody', 'e', { ...forUsers(newId()), nobody: { kind: 'processAdmin' } })
      .end('e')
      .build(),
};
/** Seeds are printed with a failure: put `seed` and `path` into this to see it again. */
const check = { interruptAfterTimeLimit: 25_000, numRuns: 40 };
const org = { disabled: [] as string[], everyone: people };

describe('what persist writes', () => {
  it.each(Object.keys(models))('is what load reads, after every step of any run: %s', async (name) => {
    const published = await publish(models[name]?.() ?? models.votes!());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 14 }), async (choices) => {
        expect(await runStored(published, choices)).toBeGreaterThan(0);
      }),
      check,
    );
  });

  it('is what load reads, after every step of any run of any process', async () => {
    await fc.assert(
      fc.asyncProperty(anyProcess, fc.array(fc.nat(), { minLength: 5, maxLength: 25 }), async (process, choices) => {
        expect(await runStored(await publish(withPeople(toDefinition(process))), choices)).toBeGreaterThan(0);
      }),
      check,
    );
  }, 60_000);
});

// helpers //////////////////////

/** Returns how many steps were written. */
async function runStored({ processId, versionId, definition }: TestProcess, choices: readonly number[]): Promise<number> {
  // when
  const run = new StoredRun(definition);
  await run.do({
    type: 'startInstance',
    instance: {
      id: run.id,
      processId,
      versionId,
      applicantId: applicant,
      departmentId: null,
      title: '标题 🙂',
      number: `N-${run.id}`,
      businessKey: 'k',
    },
    values: { amount: { amount: '12.50', currency: 'CNY' }, lines: [], v0: true, v1: false, v2: true, again: false },
    formVersionId: null,
    formRowId: null,
    chosen: {},
  });
  for (const choice of choices) if (!(await run.step(choice))) break;
  // then
  const journal = await readJournal(query, run.id);
  expect(journal.map((entry) => entry.seq)).toEqual(Array.from({ length: run.steps }, (_, index) => index + 1));
  expect(findChainBreak(journal)).toBeNull();
  const folded = journal.flatMap((entry) => entry.events).reduce<InstanceState | null>(apply, null);
  expect(normal(live(folded!), false)).toEqual(normal(run.state, false));
  return run.steps;
}

/** The generator's people have names; the tables want ids. */
function withPeople(definition: Definition): Definition {
  return JSON.parse(JSON.stringify(definition), (key, value: unknown) =>
    key === 'userIds' && Array.isArray(value) ? value.map((_name, index) => people[index % people.length]) : value,
  ) as Definition;
}

/** Runs commands on the core, writes each step and compares what the next load gives with the state the core went on with. */
class StoredRun {
  readonly id = newId();
  steps = 0;
  readonly #definition: Definition;
  #state: InstanceState | null = null;
  #now = Date.parse('2026-11-21T01:00:00.000Z');

  constructor(definition: Definition) {
    this.#definition = definition;
  }

  get state(): InstanceState {
    return this.#state!;
  }

  /** Does one of the things that can be done now; false when there is nothing. */
  async step(choice: number): Promise<boolean> {
    const options = this.#options();
    const option = options[choice % Math.max(1, options.length)];
    if (!option) return false;
    await this.do(...option);
    return true;
  }

  async do(command: Command, by: string | null = applicant): Promise<void> {
    const leased = await this.#lease(command);
    const actor: CommandActor = by === null ? { kind: 'system', name: 'worker' } : { kind: 'user', userId: by, name: `user ${by}` };
    const at = new Date((this.#now += 60_000)).toISOString();
    const before = this.#state;
    const decision = execute(
      this.#definition,
      before,
      { command: leased, actor },
      { org, env: { now: at, timeZone: 'Asia/Shanghai', newId } },
    );
    if (decision.kind !== 'accepted' || decision.events.length === 0) return;
    const commandId = newId();
    const loaded = before && (await load(query, { rootInstanceId: this.id }, commandId, true));
    const step = { command: leased, actor, definition: this.#definition, before, after: decision.state, events: decision.events, at };
    const journal = loaded?.journal ?? { seq: 0, hash: '' };
    assert(await persist(query, { step, journal, commandId, requestHash: 'h', result: decision.result, extras: [] }));
    this.steps += 1;
    const again = await load(query, { rootInstanceId: this.id }, commandId, true);
    assert.deepStrictEqual(normal(again!.state), normal(live(decision.state)));
    assert.deepStrictEqual(again?.seen, { requestHash: 'h', result: decision.result });
    this.#state = again.state;
  }

  /** As the worker does it: the lease is in the row before the engine hears of the result. */
  async #lease<C extends Command>(command: C): Promise<C> {
    if (!('jobId' in command)) return command;
    const leaseToken = newId();
    await query({
      text: 'update portal.job set lease_token = $2, lease_until = now(), attempts = attempts + 1 where id = $1',
      values: [command.jobId, leaseToken],
    });
    this.#state = (await load(query, { rootInstanceId: this.id }, newId(), true))!.state;
    return { ...command, leaseToken };
  }

  #options(): [Command, string | null][] {
    const { workItems, timers, jobs, incidents, instance } = this.#state!;
    const items = Object.values(workItems).filter(isOpen);
    const options: [Command, string | null][] = items.flatMap((item) => this.#onItem(item));
    for (const timer of Object.values(timers)) options.push([{ type: 'fireTimer', timerId: timer.id }, null]);
    for (const job of Object.values(jobs)) {
      if (job.status !== 'ready') continue;
      options.push([
        { type: 'completeJob', jobId: job.id, leaseToken: '', output: { values: { done: true }, variables: { n: 1.5 } } },
        null,
      ]);
      options.push([{ type: 'failJob', jobId: job.id, leaseToken: '', error: { status: 500 }, retryAt: null }, null]);
      options.push([
        { type: 'failJob', jobId: job.id, leaseToken: '', error: 'again', retryAt: new Date(this.#now + 1000).toISOString() },
        null,
      ]);
      options.push([{ type: 'throwJobError', jobId: job.id, leaseToken: '', code: 'NO', message: 'no' }, null]);
    }
    for (const incident of Object.values(incidents)) {
      options.push([{ type: 'retryIncident', incidentId: incident.id, reason: 'again' }, di]);
      if (incident.kind === 'nobody')
        options.push([{ type: 'reassign', workItemId: null, incidentId: incident.id, toUserId: ada, reason: 'named' }, di]);
    }
    if (instance.status === 'running')
      options.push(
        [{ type: 'suspend', reason: 'wait' }, di],
        [{ type: 'urge', comment: '' }, applicant],
        [{ type: 'terminate', reason: 'x' }, di],
      );
    if (instance.status === 'suspended') options.push([{ type: 'resume', reason: 'go' }, di]);
    return options;
  }

  #onItem(item: WorkItem): [Command, string][] {
    const by = item.userId ?? item.candidates[0] ?? applicant;
    const about = { workItemId: item.id, comment: '意见 "1"', chosen: {} };
    if (item.kind === 'revise')
      return [
        [
          {
            type: 'resubmit',
            workItemId: item.id,
            values: { lines: [{ _id: newId(), a: 1 }] },
            title: 'new',
            businessKey: null,
            chosen: {},
          },
          by,
        ],
      ];
    if (item.kind === 'read') return [];
    const options: [Command, string][] = [
      [{ type: 'decide', ...about, decision: 'approve', values: {} }, by],
      [{ type: 'decide', ...about, decision: 'approve', values: { note: item.id } }, by],
      [{ type: 'decide', ...about, decision: 'reject', values: {} }, by],
      [{ type: 'returnToApplicant', workItemId: item.id, comment: 'back', values: {} }, by],
      [{ type: 'view', workItemId: item.id }, by],
      [{ type: 'transfer', workItemId: item.id, toUserId: people.find((id) => id !== by) ?? ada, comment: 't' }, by],
    ];
    if (item.userId === null) options.push([{ type: 'claim', workItemId: item.id }, by]);
    else options.push([{ type: 'release', workItemId: item.id }, by]);
    return options;
  }
}

/** Candidates have no order, and nobody is offered what is over. A worker's claims are not the engine's: the journal does not know them. */
function normal(state: InstanceState, leases = true): InstanceState {
  const workItems = Object.fromEntries(
    Object.entries(state.workItems).map(([id, item]) => [
      id,
      { ...item, candidates: item.endedAt === null ? item.candidates.toSorted() : [] },
    ]),
  );
  const jobs = Object.fromEntries(
    Object.entries(state.jobs).map(([id, job]) => [id, leases ? job : { ...job, leaseToken: null, attempts: 0 }]),
  );
  return { ...state, workItems, jobs };
}
