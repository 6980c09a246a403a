import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { closePool, query } from '@/server/db/client';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { forgetKeptStates } from '@/server/engine/runtime/kept-states';
import { readJournal } from '@/server/engine/runtime/read-journal';
import { findChainBreak } from '@/server/engine/runtime/verify-journal';
import { dispatchOutbox } from '@/server/notify/dispatch';
import { CountingProxy } from '@/test/counting-proxy';
import { OutsideSystem, workJobs } from '@/test/outside-system';
import { publishBranchingFlow } from '@/test/branching-flow';
import { plainStart } from '@/test/plain-start';
import { addUser, ctxOf, refusalOf, type TestProcess, type TestUser } from '@/test/portal';
import { runDueTimers } from './run-timers';

/** Every how many requests the link breaks; 1 by hand. */
const EVERY = Number(process.env.VERMILION_EVERY ?? 2);
const direct = process.env.DATABASE_URL ?? '';

let proxy: CountingProxy;
let proxied: string;
/** Looks on past the proxy, so that it counts and breaks nothing. */
let watcher: pg.Client;
let outside: OutsideSystem;
let people: TestUser[];
let flow: TestProcess;

beforeAll(async () => {
  outside = await OutsideSystem.open();
  people = await Promise.all(['applicant', 'ada', 'bo'].map((name) => addUser(name)));
  const [, ada, bo] = people.map(({ id }) => id) as [string, string, string];
  flow = await publishBranchingFlow(ada, bo, { connectorId: outside.connectorId, duration: 'PT0S' });
  watcher = new pg.Client({ connectionString: direct });
  await watcher.connect();
  await closePool();
  ({ proxy, url: proxied } = await CountingProxy.before(direct));
  process.env.DATABASE_URL = proxied;
});

afterAll(async () => {
  await closePool();
  await proxy.close();
  await outside.close();
  await watcher.end();
  process.env.DATABASE_URL = direct;
});

describe('a link to the database that breaks', () => {
  it.each([
    ['before a request has arrived', 'cutBefore'],
    ['before its answer has', 'cutAfter'],
  ] as const)(
    '%s, at any request of a life: nothing is lost, nothing doubled',
    async (_, cut) => {
      // given
      await lifeOfOne();
      const before = proxy.requests;
      await verify(await lifeOfOne());
      const requests = proxy.requests - before;
      expect(requests).toBeGreaterThan(20);
      for (let at = 1; at <= requests; at += EVERY) {
        let left = at;
        // when
        proxy[cut](() => --left === 0);
        const id = await lifeOfOne();
        // then
        await verify(id);
      }
      expect((await rows(`select from portal.outbox`)).length).toBe(0);
      expect(outside.effects.size).toBe((await rows(`select from portal.process_instance`)).length);
    },
    120_000,
  );
});

describe('a network that swallows everything', () => {
  it('refuses as busy, and has left no lock when it is back', async () => {
    await closePool();
    process.env.DATABASE_URL = `${proxied}?query_timeout=1000`;
    const id = newId();
    await carryOut(people[0]!, id, started(id));
    const item = await itemOf(id, people[1]!);
    const command: Command = { type: 'decide', workItemId: item, decision: 'approve', comment: '', values: {}, chosen: {} };
    const decision = { rootInstanceId: id, command, commandId: newId() };
    // when
    proxy.swallow(true);
    const refused = await Promise.all([
      refusalOf(execute(ctxOf(people[1]!), decision)),
      ...Array.from({ length: 12 }, () => refusalOf(query({ text: 'select 1' }))),
    ]);
    proxy.swallow(false);
    // then
    expect(new Set(refused)).toEqual(new Set(['BUSY']));
    expect(await refusalOf(execute(ctxOf(people[1]!), decision))).toBeNull();
    expect((await query({ text: 'select 1' })).rows).toHaveLength(1);
    expect(await rows(`select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).toEqual([]);
  });
});

// helpers //////////////////////

async function rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await watcher.query<Row>(text, values)).rows;
}

function started(id: string): Command {
  return plainStart(flow, people[0]!.id, id);
}

async function itemOf(id: string, user: TestUser): Promise<string> {
  const found = await rows<{ id: string }>(
    `select id from portal.work_item where root_instance_id = $1 and user_id = $2 and open and kind = 'task'`,
    [id, user.id],
  );
  return found[0]!.id;
}

/** As a client does it: again under the same id, until there is an answer. Whoever has lost its link knows nothing any more. */
async function carryOut(by: TestUser, rootInstanceId: string, command: Command): Promise<void> {
  const commandId = newId();
  const run = () => execute(ctxOf(by), { ...(command.type === 'startInstance' ? {} : { rootInstanceId }), command, commandId });
  await patiently(run);
}

async function patiently(run: () => Promise<unknown>): Promise<void> {
  for (let code = await refusalOf(run()); code !== null; code = await refusalOf(run())) {
    if (code !== 'BUSY') throw new Error(`refused: ${code}`);
    forgetKeptStates();
  }
}

/** One request from its start to its end, with what the workers do for it. */
async function lifeOfOne(): Promise<string> {
  const id = newId();
  const [applicant, ada, bo] = people as [TestUser, TestUser, TestUser];
  const approve = async (by: TestUser) =>
    carryOut(by, id, { type: 'decide', workItemId: await itemOf(id, by), decision: 'approve', comment: '', values: {}, chosen: {} });
  forgetKeptStates();
  await carryOut(applicant, id, started(id));
  await approve(ada);
  await workUntilNothingIsLeft('job', () => workJobs());
  await workUntilNothingIsLeft('timer', () => runDueTimers(20));
  await approve(ada);
  await approve(bo);
  await workUntilNothingIsLeft('outbox', () => dispatchOutbox(100));
  return id;
}

/** The next worker takes over at once: nobody beats for what the lost one held. */
async function workUntilNothingIsLeft(table: 'job' | 'timer' | 'outbox', work: () => Promise<unknown>): Promise<void> {
  while ((await rows(`select from portal.${table} limit 1`)).length > 0) {
    if (table === 'job') await watcher.query('update portal.job set lease_until = null, run_at = now()');
    if (table === 'timer') await watcher.query('update portal.timer set lease_until = null');
    await patiently(work);
  }
}

async function verify(id: string): Promise<void> {
  const journal = await readJournal(({ text, values }) => watcher.query(text, [...(values ?? [])]), id);
  expect(findChainBreak(journal)).toBeNull();
  const steps = journal.map(({ command }) => command).filter((command) => command !== 'failJob');
  expect(steps.sort()).toEqual(['completeJob', 'decide', 'decide', 'decide', 'fireTimer', 'startInstance']);
  expect(await rows(`select status, outcome from portal.process_instance where id = $1`, [id])).toEqual([
    { status: 'completed', outcome: 'approved' },
  ]);
  for (const table of ['join_token', 'timer', 'job', 'incident'])
    expect(await rows(`select from portal.${table} where root_instance_id = $1`, [id]), table).toEqual([]);
  const told = await rows(`select kind, count(*)::int as n from portal.notice where root_instance_id = $1 group by kind order by kind`, [
    id,
  ]);
  expect(told).toEqual([
    { kind: 'assigned', n: 3 },
    { kind: 'completed', n: 1 },
    { kind: 'toRead', n: 1 },
  ]);
}
