import assert from 'node:assert/strict';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { apply } from '@/server/engine/core/apply';
import type { Command } from '@/server/engine/core/command';
import { live } from '@/server/engine/core/live';
import type { InstanceState } from '@/server/engine/core/state';
import { model } from '@/server/engine/testing/builder';
import { comparable } from '@/server/engine/testing/comparable';
import { execute as decideOnCore } from '@/server/engine/testing/engine';
import { everyKindOfRow } from '@/server/engine/testing/every-kind-of-row';
import { forUsers } from '@/server/engine/testing/people';
import { possibleCommands } from '@/server/engine/testing/possible-commands';
import { systemContext } from '@/server/system-context';
import { addUser, countRows, ctxOf, publish, refusalOf, type TestProcess, type TestUser } from '@/test/portal';
import { execute } from './execute';
import { forgetKeptStates, type Kept, keepState, keptState, latestOrganisation, noteOrganisation } from './kept-states';
import { load, type Loaded } from './load';
import { readJournal } from './read-journal';
import { findChainBreak } from './verify-journal';

let users: TestUser[] = [];
const userOf = (id: string) => users.find((user) => user.id === id) ?? { id, name: id };
const [applicant, first, second] = [() => users[0]!, () => users[1]!, () => users[2]!];

beforeAll(async () => {
  users = await Promise.all(['applicant', 'ada', 'bo', 'cy', 'di'].map((name) => addUser(name)));
});

async function started({ processId, versionId }: TestProcess, values = {}): Promise<string> {
  const id = newId();
  const instance = { id, processId, versionId, applicantId: applicant().id, departmentId: null, title: 't', number: id, businessKey: null };
  await execute(ctxOf(applicant()), {
    command: { type: 'startInstance', instance, values, formVersionId: null, formRowId: null, chosen: {} },
    commandId: id,
  });
  return id;
}

async function loaded(rootInstanceId: string): Promise<Loaded> {
  return (await load(query, { rootInstanceId }, newId()))!;
}

const itemsOf = async (id: string) => Object.values((await loaded(id)).state.workItems).filter((item) => item.endedAt === null);

/** As a node that did not take part in what has happened since. */
function putBack(old: Kept): void {
  const organisation = latestOrganisation();
  forgetKeptStates();
  // Without it nothing that is kept is used.
  if (organisation !== null) noteOrganisation(organisation);
  keepState(old.state, old.journal);
}

const approve = (by: TestUser, workItemId: string, commandId = newId()) =>
  execute(ctxOf(by), { command: { type: 'decide', workItemId, decision: 'approve', comment: '', values: {}, chosen: {} }, commandId });

describe('a kept state', () => {
  it('is what a load gives, and old or missing ones change nothing about what is refused, done and written', async () => {
    const models = everyKindOfRow(users.slice(1).map(({ id }) => id));
    const published = await Promise.all(Object.values(models).map((build) => publish(build())));
    let stale = 0;
    const check = async (process: TestProcess, choices: readonly { what: number; kept: number }[]) => {
      const run = new Run(process, await started(process, { v0: true }));
      for (const choice of choices) if (!(await run.step(choice))) break;
      await run.verify();
      stale += run.stale;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...published),
        fc.array(fc.record({ what: fc.nat(), kept: fc.nat() }), { minLength: 3, maxLength: 20 }),
        check,
      ),
      { interruptAfterTimeLimit: 25_000, numRuns: 40 },
    );
    expect(stale).toBeGreaterThan(0);
  }, 60_000);

  it('that another node has outrun refuses nothing that is allowed, and allows nothing that is refused', async () => {
    // given
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', { ...forUsers(first().id, second().id), completion: { rule: 'any' } })
        .task('b', 'e', forUsers(second().id))
        .end('e'),
    );
    const id = await started(process);
    const old = keptState({ rootInstanceId: id })!;
    const [mine, other] = await itemsOf(id);
    const commandId = newId();
    await approve(userOf(mine!.userId!), mine!.id, commandId);
    // when
    putBack(old);
    const late = await refusalOf(approve(userOf(other!.userId!), other!.id));
    putBack(old);
    const again = await approve(userOf(mine!.userId!), mine!.id, commandId);
    putBack(old);
    const [next] = await itemsOf(id);
    await approve(second(), next!.id);
    // then
    expect(late).toBe('ALREADY_DONE');
    expect(again.next.map((holder) => holder.elementId)).toEqual(['b']);
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(3);
    expect((await loaded(id)).state.instance.status).toBe('completed');
  });

  it('does not carry out a repeated command again that the state would allow again', async () => {
    const process = await publish(model().start('s', 'a').task('a', 'e', forUsers(first().id)).end('e'));
    const id = await started(process);
    const operate = (type: 'suspend' | 'resume', commandId: string) =>
      execute(ctxOf(second()), { rootInstanceId: id, command: { type, reason: 'x' }, commandId });
    const commandId = newId();
    const answer = await operate('suspend', commandId);
    await operate('resume', newId());
    expect(keptState({ rootInstanceId: id })).toBeDefined();
    expect((await operate('suspend', commandId)).status).toBe(answer.status);
    expect((await loaded(id)).state.instance.status).toBe('running');
    expect(await countRows('journal', 'root_instance_id = $1 and command_id = $2', [id, commandId])).toBe(1);
  });

  it('of steps that a database lost, when another node took over from its replica, is never built upon', async () => {
    // given
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', { ...forUsers(first().id), actions: ['approve', 'transfer'] })
        .task('b', 'e', forUsers(second().id))
        .end('e'),
    );
    const id = await started(process);
    const [item] = await itemsOf(id);
    const replica = await rowsOf(id);
    await approve(first(), item!.id);
    const lost = keptState({ rootInstanceId: id })!;
    const [next] = await itemsOf(id);
    // when: the replica has not seen that step; another one takes its place, with the same version
    await putRows(id, replica);
    forgetKeptStates();
    await execute(ctxOf(first()), {
      command: { type: 'transfer', workItemId: item!.id, toUserId: second().id, comment: '' },
      commandId: newId(),
    });
    putBack(lost);
    const refused = await refusalOf(approve(second(), next!.id));
    // then
    expect(refused).toBe('NOT_FOUND');
    expect((await itemsOf(id)).map((open) => [open.elementId, open.userId])).toEqual([['a', second().id]]);
    expect(findChainBreak(await readJournal(query, id))).toBeNull();
  });

  it('does not survive a change of the organisation: who was disabled a moment ago gets nothing', async () => {
    const [head, substitute] = [await addUser('head'), await addUser('substitute')];
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', forUsers(first().id))
        .task('b', 'e', { ...forUsers(head.id), nobody: { kind: 'user', userId: substitute.id } })
        .end('e'),
    );
    const [known, later] = [await started(process), await started(process)];
    await approve(first(), (await itemsOf(known))[0]!.id);
    await query({ text: 'update portal."user" set disabled_at = now() where id = $1', values: [head.id] });
    const { next } = await approve(first(), (await itemsOf(later))[0]!.id);
    expect(next.flatMap((holder) => holder.userIds)).toEqual([substitute.id]);
  });

  it('is not kept of what has ended or waits for a job', async () => {
    const process = await publish(model().start('s', 'a').task('a', 'call', forUsers(first().id)).service('call', 'e').end('e'));
    const id = await started(process);
    expect(keptState({ rootInstanceId: id })).toBeDefined();
    await approve(first(), (await itemsOf(id))[0]!.id);
    expect(keptState({ rootInstanceId: id })).toBeUndefined();
    const short = await publish(model().start('s', 'a').task('a', 'e', forUsers(first().id)).end('e'));
    const ended = await started(short);
    await approve(first(), (await itemsOf(ended))[0]!.id);
    expect(keptState({ rootInstanceId: ended })).toBeUndefined();
  });
});

// helpers //////////////////////

const TABLES = ['process_instance', 'activity_instance', 'work_item', 'journal'] as const;
type Rows = Record<(typeof TABLES)[number], string>;

async function rowsOf(id: string): Promise<Rows> {
  const read = async (table: string): Promise<[string, string]> => {
    const { rows } = await query<{ rows: string }>({
      text: `select coalesce(json_agg(x), '[]')::text as rows from portal.${table} x where root_instance_id = $1`,
      values: [id],
    });
    return [table, rows[0]!.rows];
  };
  return Object.fromEntries(await Promise.all(TABLES.map(read))) as Rows;
}

async function putRows(id: string, before: Rows): Promise<void> {
  for (const table of TABLES) {
    await query({ text: `delete from portal.${table} where root_instance_id = $1`, values: [id] });
    await query({
      text: `insert into portal.${table} select * from json_populate_recordset(null::portal.${table}, $1::json)`,
      values: [before[table]],
    });
  }
}

/** One instance, stepped on by a process that has kept its last state, or none, or one of long ago. */
class Run {
  stale = 0;
  readonly #process: TestProcess;
  readonly #id: string;
  readonly #past: Kept[] = [];

  constructor(process: TestProcess, id: string) {
    this.#process = process;
    this.#id = id;
  }

  async step({ what, kept }: { what: number; kept: number }): Promise<boolean> {
    const before = await loaded(this.#id);
    const options = possibleCommands(before.state, {
      applicant: applicant().id,
      people: users.slice(1).map(({ id }) => id),
      operator: first().id,
      now: Date.now(),
    });
    const option = options[what % Math.max(1, options.length)];
    if (!option) return false;
    this.#rearrange(kept);
    await this.#give(before, ...option);
    return true;
  }

  async verify(): Promise<void> {
    const journal = await readJournal(query, this.#id);
    assert.equal(findChainBreak(journal), null);
    const folded = journal.flatMap((entry) => entry.events).reduce<InstanceState | null>(apply, null)!;
    const { state } = (await load(query, { rootInstanceId: this.#id }, newId(), true))!;
    assert.deepStrictEqual(comparable(live(folded), false), comparable(state, false));
  }

  #rearrange(kept: number): void {
    const now = keptState({ rootInstanceId: this.#id });
    if (now) this.#past.push(now);
    const old = this.#past[kept % Math.max(1, this.#past.length)];
    if (kept % 3 === 0) forgetKeptStates();
    if (kept % 3 === 1 && old) {
      putBack(old);
      if (old !== now) this.stale += 1;
    }
  }

  async #give(before: Loaded, command: Command, by: string | null): Promise<void> {
    const leased = 'jobId' in command ? { ...command, leaseToken: await lease(command.jobId) } : command;
    const state = 'jobId' in command ? (await loaded(this.#id)).state : before.state;
    const actor =
      by === null ? ({ kind: 'system', name: 'worker' } as const) : ({ kind: 'user', userId: by, name: userOf(by).name } as const);
    const env = { now: new Date().toISOString(), timeZone: 'Asia/Shanghai', newId };
    const org = { disabled: [] as string[], everyone: users.map(({ id }) => id) };
    const expected = decideOnCore(this.#process.definition, state, { command: leased, actor }, { org, env });
    const ctx = by === null ? systemContext('worker') : ctxOf(userOf(by));
    const refused = await refusalOf(execute(ctx, { rootInstanceId: this.#id, command: leased, commandId: newId() }));
    assert.equal(refused, expected.kind === 'rejected' ? expected.rejection.code : null);
    const after = await loaded(this.#id);
    const changes = expected.kind === 'accepted' && expected.events.length > 0;
    assert.equal(after.journal.seq, before.journal.seq + (changes ? 1 : 0));
    const kept = keptState({ rootInstanceId: this.#id });
    if (kept?.state.instance.version !== after.state.instance.version) return;
    assert.deepStrictEqual(comparable(kept.state), comparable(after.state));
    assert.deepStrictEqual(kept.journal, after.journal);
  }
}

/** As a worker does it: the lease is in the row before the engine hears of the result. */
async function lease(jobId: string): Promise<string> {
  const token = newId();
  await query({
    text: 'update portal.job set lease_token = $2, lease_until = now(), attempts = attempts + 1 where id = $1',
    values: [jobId, token],
  });
  return token;
}
