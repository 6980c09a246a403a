import { execFile } from 'node:child_process';
import { chownSync, copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { type PostgresServer, startPostgres, temporaryFolder } from '@/scripts/embedded-postgres.mjs';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { forgetKeptStates } from '@/server/engine/runtime/kept-states';
import { readJournal } from '@/server/engine/runtime/read-journal';
import { findChainBreak } from '@/server/engine/runtime/verify-journal';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, ctxOf, publish, type TestProcess, type TestUser } from '@/test/portal';
import { closePool, dedicatedClient, query } from './client';
import { migrateDatabase } from './migrate';

const folders = [temporaryFolder('vermilion-live'), temporaryFolder('vermilion-copy')] as const;
const servers: PostgresServer[] = [];
let [applicant, ada, bo] = [] as TestUser[];
let flow: TestProcess;

beforeAll(async () => {
  await use(await startPostgres(folders[0]));
  await migrateDatabase();
  [applicant, ada, bo] = await Promise.all(['applicant', 'ada', 'bo'].map((name) => addUser(name)));
  flow = await publish(model().start('s', 'ask').task('ask', 'check', forUsers(ada!.id)).task('check', 'e', forUsers(bo!.id)).end('e'));
}, 60_000);

afterAll(async () => {
  await closePool();
  await Promise.all(servers.map((server) => server.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it('a copy that is taken while people work has every step that was acknowledged before it ended, whole, and goes on from there', async () => {
  // given
  const work = { over: false, acknowledged: new Map<string, number>() };
  const clients = Promise.all(Array.from({ length: 3 }, () => decideAgainAndAgain(work)));
  while (work.acknowledged.size < 10) await new Promise(setImmediate);
  // when
  const known = await backUp(servers[0]!.place, folders[1], () => new Map(work.acknowledged));
  work.over = true;
  await clients;
  await closePool();
  await servers[0]!.stop();
  await use(await startPostgres(folders[1]));
  // then
  expect(known.size).toBeGreaterThanOrEqual(10);
  const { rows } = await query<{ id: string; open: number; ended: boolean }>({
    text: `select i.id, i.ended_at is not null as ended,
             (select count(*)::int from portal.work_item w where w.root_instance_id = i.id and w.open) as open from portal.process_instance i`,
  });
  const steps = new Map<string, number>();
  for (const { id, open, ended } of rows) {
    const journal = await readJournal(query, id);
    expect(findChainBreak(journal)).toBeNull();
    steps.set(id, journal.length);
    expect([ended, open]).toEqual(journal.length === 3 ? [true, 0] : [false, 1]);
  }
  for (const [id, count] of known) expect(steps.get(id)).toBeGreaterThanOrEqual(count);
  const { rows: left } = await query<{ id: string; user_id: string }>({ text: 'select id, user_id from portal.work_item where open' });
  for (const { id, user_id: userId } of left) await approve(userId === ada!.id ? ada! : bo!, id);
  expect(await countRows('work_item', `open and element_id = 'ask'`)).toBe(0);
}, 240_000);

// helpers //////////////////////

async function use(server: PostgresServer): Promise<void> {
  await closePool();
  forgetKeptStates();
  servers.push(server);
  process.env.DATABASE_URL = server.url;
}

/** As `pg_basebackup` does it: the files as they lie there, and the log of what happened meanwhile. Gives what was known before it ended. */
async function backUp<T>(from: string, to: string, look: () => T): Promise<T> {
  const [live, copy] = [join(from, 'data'), join(to, 'data')];
  mkdirSync(to, { recursive: true });
  const client = dedicatedClient();
  await client.connect();
  await client.query(`select pg_backup_start('copy', true)`);
  await copyTree(live, copy);
  const known = look();
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  rmSync(join(copy, 'pg_wal'), { recursive: true });
  await copyTree(join(live, 'pg_wal'), join(copy, 'pg_wal'));
  for (const file of ['postmaster.pid', 'postmaster.opts']) rmSync(join(copy, file), { force: true });
  writeFileSync(join(copy, 'backup_label'), rows[0]!.labelfile);
  const { uid, gid } = statSync(join(live, 'PG_VERSION'));
  chownSync(join(copy, 'backup_label'), uid, gid);
  copyFileSync(join(from, 'password'), join(to, 'password'));
  return known;
}

/** Work goes on beside it; a file that goes away meanwhile, which it reports, is none that the copy needs. */
function copyTree(from: string, to: string): Promise<void> {
  return new Promise((done) => execFile('cp', ['-a', from, to], () => done()));
}

async function approve(by: TestUser, workItemId: string): Promise<void> {
  const command: Command = { type: 'decide', workItemId, decision: 'approve', comment: '', values: {}, chosen: {} };
  await execute(ctxOf(by), { command, commandId: newId() });
}

async function decideAgainAndAgain(work: { over: boolean; acknowledged: Map<string, number> }): Promise<void> {
  while (!work.over) {
    const id = newId();
    const command: Command = plainStart(flow, applicant!.id, id);
    await execute(ctxOf(applicant!), { command, commandId: id });
    work.acknowledged.set(id, 1);
    for (const by of [ada!, bo!]) {
      const { rows } = await query<{ id: string }>({
        text: 'select id from portal.work_item where root_instance_id = $1 and open',
        values: [id],
      });
      await approve(by, rows[0]!.id);
      work.acknowledged.set(id, work.acknowledged.get(id)! + 1);
    }
  }
}
