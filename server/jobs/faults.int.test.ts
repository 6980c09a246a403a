import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { type PostgresServer, startPostgres, temporaryFolder } from '@/scripts/embedded-postgres.mjs';
import { closePool, query } from '@/server/db/client';
import { migrateDatabase } from '@/server/db/migrate';
import { readJournal } from '@/server/engine/runtime/read-journal';
import { findChainBreak } from '@/server/engine/runtime/verify-journal';
import { Cluster } from '@/test/cluster';
import { Mailbox } from '@/test/mailbox';
import { OutsideSystem } from '@/test/outside-system';
import { publishBranchingFlow } from '@/test/branching-flow';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, type TestProcess, type TestUser } from '@/test/portal';

/** By hand: `VERMILION_FAULTS=300 VERMILION_SEED=… npx vitest run --project integration server/jobs/faults`. */
const FAULTS = Number(process.env.VERMILION_FAULTS ?? 3);
const SEED = Number(process.env.VERMILION_SEED ?? Date.now() % 1_000_000);
const random = randomOf(SEED);

const folder = temporaryFolder('vermilion-faults');
let server: PostgresServer;
let box: Mailbox;
let outside: OutsideSystem;
let people: TestUser[];
let flow: TestProcess;
const cluster = new Cluster(random);

beforeAll(async () => {
  // A database of its own, which can be crashed; as durable as the product's, for what is acknowledged must be there afterwards.
  await closePool();
  server = await startPostgres(folder);
  process.env.DATABASE_URL = server.url;
  await migrateDatabase();
  box = await Mailbox.open();
  process.env.SMTP_URL = box.url;
  outside = await OutsideSystem.open();
  outside.answer = async (call, response) => {
    await sleep(random() * 400);
    await outside.receipt(call, response);
  };
  people = await Promise.all(['applicant', 'ada', 'bo'].map((name) => addUser(name)));
  await query({ text: `update portal."user" set email = name || '@xinghe.example'` });
  const [, ada, bo] = people.map(({ id }) => id) as [string, string, string];
  flow = await publishBranchingFlow(ada, bo, { connectorId: outside.connectorId, duration: 'PT1S' });
}, 120_000);

afterAll(async () => {
  await cluster.killAll();
  await outside.close();
  await box.goAway();
  await closePool();
  await server.stop();
  rmSync(server.place, { recursive: true, force: true });
});

it(
  `loses and doubles nothing while nodes are killed and the database crashes (seed ${SEED})`,
  async () => {
    // given
    const errors: string[] = [];
    const begun: string[] = [];
    const progress: Progress = { faults: 0, over: false };
    cluster.start(3);
    // when
    const clients = Promise.all([startRequests(begun, progress, errors), decideAll(begun, progress, errors)]);
    await makeFaults(begun, progress);
    progress.over = true;
    await cluster.killAll();
    // Nobody is left who holds a lease.
    for (const table of ['job', 'timer', 'mail']) await patiently(`update portal.${table} set lease_until = null`);
    cluster.start(2);
    await clients;
    await expect.poll(() => countRows('outbox'), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => countRows('mail', `status <> 'sent'`), { timeout: 60_000 }).toBe(0);
    // then
    expect(errors).toEqual([]);
    expect(cluster.kills).toBe(Math.ceil((FAULTS * 2) / 3));
    for (const table of ['join_token', 'timer', 'job']) expect([table, await countRows(table)]).toEqual([table, 0]);
    expect(await countRows('incident')).toBe(0);
    expect(await countRows('process_instance', `status = 'completed' and outcome = 'approved'`)).toBe(begun.length);
    for (const id of begun) await verify(id);
    await verifyEffects(begun);
  },
  60_000 + FAULTS * 20_000,
);

// helpers //////////////////////

type Progress = { faults: number; over: boolean };

async function makeFaults(begun: readonly string[], progress: Progress): Promise<void> {
  for (; progress.faults < FAULTS; progress.faults++) {
    // However slow the machine is: between two faults something goes on.
    const before = begun.length;
    while (begun.length < before + 3) await sleep(20);
    await sleep(random() * 500);
    if (progress.faults % 3 === 1) await crashDatabase();
    else await cluster.killOne();
  }
}

/** As when the power goes: nothing is written any more, and the next start recovers from the log. */
async function crashDatabase(): Promise<void> {
  const pid = Number(readFileSync(join(server.place, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  for (let alive = true; alive; await sleep(20)) {
    try {
      process.kill(pid, 0);
    } catch {
      alive = false;
    }
  }
  server = await startPostgres(folder);
}

/** A statement of the test itself, which the faults hit too. */
async function patiently<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  for (;;) {
    try {
      return (await query<Row>({ text, values })).rows;
    } catch {
      await sleep(100);
    }
  }
}

/** A few after every fault: what the mail server has to take is what the test lasts. */
async function startRequests(begun: string[], progress: Progress, errors: string[]): Promise<void> {
  const applicantId = people[0]!.id;
  for (; !progress.over; await sleep(100)) {
    if (begun.length > progress.faults * 4 + 3) continue;
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        const id = newId();
        const command = plainStart(flow, applicantId, id);
        const code = await cluster.carryOut({ commandId: newId(), userId: applicantId, command });
        if (code !== null) errors.push(`start: ${code}`);
        begun.push(id);
      }),
    );
  }
}

/** Each person acts on each item once, under one command id, however often it has to be said. */
async function decideAll(begun: readonly string[], progress: Progress, errors: string[]): Promise<void> {
  const acted = new Set<string>();
  for (;;) {
    const items = await patiently<{ id: string; user_id: string }>(`select id, user_id from portal.work_item where open and kind = 'task'`);
    for (const { id, user_id: userId } of items) {
      if (acted.has(id)) continue;
      acted.add(id);
      const command = { type: 'decide', workItemId: id, decision: 'approve', comment: '', values: {}, chosen: {} } as const;
      void cluster.carryOut({ commandId: newId(), userId, command }).then((code) => code !== null && errors.push(`decide: ${code}`));
    }
    const [left] = await patiently<{ n: number }>(`select count(*)::int as n from portal.process_instance where ended_at is null`);
    if (progress.over && left?.n === 0 && acted.size >= begun.length * 3) return;
    await sleep(100);
  }
}

/** Every step once: three decisions, one result of the call, one timer, and a journal that holds together. */
async function verify(id: string): Promise<void> {
  const journal = await readJournal(query, id);
  expect(findChainBreak(journal)).toBeNull();
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  expect(new Set(journal.map(({ commandId }) => commandId)).size).toBe(journal.length);
  const steps = journal.map(({ command }) => command).filter((command) => command !== 'failJob');
  expect(steps.sort()).toEqual(['completeJob', 'decide', 'decide', 'decide', 'fireTimer', 'startInstance']);
  const events = journal.flatMap((entry) => entry.events);
  const count = (type: string) => events.filter((event) => event.type === type).length;
  expect([count('activityActivated'), count('workItemCreated'), count('tokensConsumed')]).toEqual([5, 4, 1]);
  const dues = events.flatMap((event) => (event.type === 'timerScheduled' ? [event.timer.dueAt] : []));
  expect(journal.find(({ command }) => command === 'fireTimer')!.at >= dues[0]!).toBe(true);
}

/** Outside: one key, and so one effect, for each call; one notice and one mail for each seat; counters that count each request once. */
async function verifyEffects(begun: readonly string[]): Promise<void> {
  expect(outside.effects.size).toBe(begun.length);
  const { rows: keys } = await query<{ key: string }>({ text: 'select distinct idempotency_key as key from portal.connector_call' });
  expect(new Set(keys.map(({ key }) => key))).toEqual(new Set(outside.effects.keys()));
  const { rows: told } = await query<{ kind: string; n: number }>({
    text: 'select kind, count(*)::int as n from portal.notice group by kind order by kind',
  });
  const each = begun.length;
  expect(told).toEqual([
    { kind: 'assigned', n: 3 * each },
    { kind: 'completed', n: each },
    { kind: 'toRead', n: each },
  ]);
  expect(await countRows('mail')).toBe(5 * each);
  const { rows: mails } = await query<{ id: string }>({ text: 'select id from portal.mail' });
  const received = new Set(box.mails.map(({ mail }) => mail.messageId?.slice(1).split('@')[0]));
  expect(mails.filter(({ id }) => !received.has(id))).toEqual([]);
  const { rows: counters } = await query({
    text: 'select sum(started)::int as started, sum(completed)::int as completed from portal.daily_stat',
  });
  expect(counters).toEqual([{ started: each, completed: each }]);
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
