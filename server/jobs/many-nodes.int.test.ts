import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { readJournal } from '@/server/engine/runtime/read-journal';
import { findChainBreak } from '@/server/engine/runtime/verify-journal';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { Cluster } from '@/test/cluster';
import { OutsideSystem } from '@/test/outside-system';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, ctxOf, publish, type TestProcess, type TestUser } from '@/test/portal';

/** By hand: `VERMILION_BACKLOG=2000 npx vitest run --project integration server/jobs/many-nodes`. */
const BACKLOG = Number(process.env.VERMILION_BACKLOG ?? 100);
/** Nodes that are ended one after the other. */
const ROUNDS = Number(process.env.VERMILION_ROUNDS ?? 1);

let outside: OutsideSystem;
let [applicant, ada] = [] as TestUser[];
let flow: TestProcess;
let cluster: Cluster;

beforeAll(async () => {
  outside = await OutsideSystem.open();
  [applicant, ada] = await Promise.all(['applicant', 'ada'].map((name) => addUser(name)));
  flow = await publish(
    model()
      .start('s', 'split')
      .and('split', ['ask', 'call', 'wait'])
      .task('ask', 'join', forUsers(ada!.id))
      .service('call', 'join', { connectorId: outside.connectorId, path: '/do', retry: { attempts: 20, backoffSeconds: 1 } })
      .timer('wait', 'join', { kind: 'duration', duration: 'PT1H' })
      .and('join', 'e')
      .end('e'),
  );
});
beforeEach(() => {
  outside.forget();
  cluster = new Cluster(Math.random);
});
afterEach(() => cluster.killAll());
afterAll(() => outside.close());

describe('several nodes', () => {
  it('clear what has piled up while none was there, though one of them is killed at it: each timer fires once, each call has one effect', async () => {
    // given
    const ids: string[] = [];
    for (let n = 0; n < BACKLOG; n++) {
      const id = newId();
      await execute(ctxOf(applicant!), { command: started(id), commandId: newId() });
      await execute(ctxOf(ada!), { rootInstanceId: id, command: await approval(id), commandId: newId() });
      ids.push(id);
    }
    const { rows } = await query<{ due: string }>({
      text: `with due as (update portal.timer set due_at = now() + interval '2 seconds' returning due_at) select max(due_at)::text as due from due`,
    });
    expect([await countRows('job'), await countRows('timer')]).toEqual([BACKLOG, BACKLOG]);
    // when
    cluster.start(3);
    await until(async () => (await countRows('timer')) < BACKLOG);
    await cluster.killOne();
    // The dead one's rows are free at once; that of a living one is taken by two.
    for (const table of ['timer', 'job']) await query({ text: `update portal.${table} set lease_until = null` });
    await until(async () => (await countRows('process_instance', 'ended_at is null')) === 0);
    await until(async () => (await countRows('outbox')) === 0);
    // then
    for (const id of ids) await verify(id, rows[0]!.due);
    expect(outside.effects.size).toBe(BACKLOG);
    expect(await countRows('notice', `kind = 'completed'`)).toBe(BACKLOG);
    expect(await countRows('incident')).toBe(0);
  }, 240_000);

  it('are replaced one after the other without one answer lost or one call made twice', async () => {
    // given
    outside.answer = async (call, response) => {
      await sleep(Math.random() * 300);
      await outside.receipt(call, response);
    };
    cluster.start(3);
    const work = { over: false, ids: [] as string[], codes: [] as (string | null)[] };
    // when
    const clients = Promise.all(Array.from({ length: 4 }, () => ask(work)));
    await until(async () => work.ids.length > 8);
    for (let round = 0; round < ROUNDS; round++) await cluster.roll();
    work.over = true;
    await clients;
    const { rows } = await query<{ due: string }>({
      text: `with due as (update portal.timer set due_at = now() returning due_at) select min(due_at)::text as due from due`,
    });
    await until(async () => (await countRows('process_instance', 'ended_at is null')) === 0);
    // then
    expect(cluster.lost).toBe(0);
    expect(work.codes.filter((code) => code !== null)).toEqual([]);
    expect(outside.calls.length).toBe(work.ids.length);
    for (const id of work.ids) await verify(id, rows[0]!.due);
  }, 240_000);
});

// helpers //////////////////////

function started(id: string): Command {
  return plainStart(flow, applicant!.id, id);
}

async function approval(id: string): Promise<Command> {
  const { rows } = await query<{ id: string }>({
    text: `select id from portal.work_item where root_instance_id = $1 and open and kind = 'task'`,
    values: [id],
  });
  return { type: 'decide', workItemId: rows[0]!.id, decision: 'approve', comment: '', values: {}, chosen: {} };
}

/** A client: request after request, each decided as soon as it is there. */
async function ask(work: { over: boolean; ids: string[]; codes: (string | null)[] }): Promise<void> {
  // As many as a company in a hurry: what was begun has to be looked at in the end.
  for (; !work.over; await sleep(150)) {
    const id = newId();
    work.codes.push(await cluster.carryOut({ commandId: newId(), userId: applicant!.id, command: started(id) }));
    work.ids.push(id);
    work.codes.push(await cluster.carryOut({ commandId: newId(), userId: ada!.id, command: await approval(id) }));
  }
}

/** The test's own time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

/** Every step once, and the timer not before it was due. */
async function verify(id: string, due: string): Promise<void> {
  const journal = await readJournal(query, id);
  expect(findChainBreak(journal)).toBeNull();
  const steps = journal.filter(({ command }) => command !== 'failJob');
  expect(steps.map(({ command }) => command).sort()).toEqual(['completeJob', 'decide', 'fireTimer', 'startInstance']);
  const fired = steps.find(({ command }) => command === 'fireTimer')!;
  expect(Date.parse(fired.at)).toBeGreaterThanOrEqual(Date.parse(due));
}
