import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import { query } from '@/server/db/client';
import { apply } from '@/server/engine/core/apply';
import type { Command, CommandActor } from '@/server/engine/core/command';
import { live } from '@/server/engine/core/live';
import type { InstanceState } from '@/server/engine/core/state';
import { everyKindOfRow } from '@/server/engine/testing/every-kind-of-row';
import { execute } from '@/server/engine/testing/engine';
import { toDefinition } from '@/server/engine/testing/ast-to-model';
import { anyProcess } from '@/server/engine/testing/process-ast';
import { possibleCommands } from '@/server/engine/testing/possible-commands';
import { comparable } from '@/server/engine/testing/comparable';
import { publish, type TestProcess } from '@/test/portal';
import { load, readStart } from './load';
import { persist } from './persist';
import { readJournal } from './read-journal';
import { findChainBreak } from './verify-journal';

const people: readonly string[] = Array.from({ length: 4 }, () => newId());
const [, , , di = ''] = people;
const applicant = newId();
const models = everyKindOfRow(people);

/** Seeds are printed with a failure: put `seed` and `path` into this to see it again. */
const check = { interruptAfterTimeLimit: 25_000, numRuns: 40 };
const org = { disabled: [] as string[], everyone: people };

describe('what persist writes', () => {
  it.each(Object.keys(models))('is what load reads, after every step of any run: %s', async (name) => {
    const published = await publish(models[name]!());
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
  expect(comparable(live(folded!), false)).toEqual(comparable(run.state, false));
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
    const options = possibleCommands(this.#state!, { applicant, people, operator: di, now: this.#now });
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
    const organisation = loaded?.organisation ?? (await readStart(query, this.id)).organisation;
    const end = await persist(query, {
      step,
      journal,
      organisation,
      isKept: false,
      commandId,
      requestHash: 'h',
      result: decision.result,
      extras: [],
    });
    this.steps += 1;
    const again = await load(query, { rootInstanceId: this.id }, commandId, true);
    assert.deepStrictEqual(comparable(again!.state), comparable(live(decision.state)));
    assert.deepStrictEqual(again?.journal, end);
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
}
