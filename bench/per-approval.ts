import { closePool, query } from '@/server/db/client';
import { forgetKeptStates } from '@/server/engine/runtime/kept-states';
import type { Trip } from '@/test/trip';
import { handStatement, runHand } from './hand-sql';
import { rowsOf } from './recorded-rows';
import { approve, openItems, submit } from './requests';
import { CountingProxy } from '@/test/counting-proxy';
import { median, round } from './rounds';
import { setting } from './server';

/** What does not depend on the machine: counted, not timed. */
export type Counts = { roundTrips: number; walBytes: number; walBytesBySql: number };
export type PerStep = { start: Counts; approve: Counts; roundTripsLoaded: number; fullPageImages: string };

const STEPS = 200;

/**
 * One after the other on one connection. Full-page images are off: they depend on when the last checkpoint was, and come to both
 * sides alike.
 */
export async function countPerStep(of: Trip): Promise<PerStep> {
  await setting('full_page_writes', 'off');
  await setting('autovacuum', 'off');
  const roundTrips = await countRoundTrips(of);
  const engine = await walOfEngine(of);
  const sql = await walOfSql(of);
  await setting('autovacuum', 'on');
  await setting('full_page_writes', 'on');
  return {
    start: { roundTrips: roundTrips.start, walBytes: engine.start, walBytesBySql: sql.start },
    approve: { roundTrips: roundTrips.approve, walBytes: engine.approve, walBytesBySql: sql.approve },
    roundTripsLoaded: roundTrips.approveLoaded,
    fullPageImages: 'excluded (full_page_writes = off while WAL is counted)',
  };
}

// helpers //////////////////////

type Pair = { start: number; approve: number };

/** Medians: a block of request numbers is fetched now and then. */
async function countRoundTrips(of: Trip): Promise<Pair & { approveLoaded: number }> {
  const direct = process.env.DATABASE_URL ?? '';
  const { proxy, url } = await CountingProxy.before(direct);
  await closePool();
  process.env.DATABASE_URL = url;
  const starts: number[] = [];
  const approvals: number[] = [];
  const loaded: number[] = [];
  for (let step = 0; step < 20; step++) {
    let id = '';
    starts.push(await proxy.count(async () => (id = await submit(of))));
    const [item = ''] = await openItems([id]);
    approvals.push(await proxy.count(() => approve(of, item)));
    const [other = ''] = await openItems([await submit(of)]);
    forgetKeptStates();
    loaded.push(await proxy.count(() => approve(of, other)));
  }
  await closePool();
  await proxy.close();
  process.env.DATABASE_URL = direct;
  return { start: median(starts), approve: median(approvals), approveLoaded: median(loaded) };
}

async function walOfEngine(of: Trip): Promise<Pair> {
  const ids: string[] = [];
  const start = await walPer(async () => void ids.push(await submit(of)));
  const items = await openItems(ids);
  return { start, approve: await walPer((step) => approve(of, items[step] ?? '')) };
}

async function walOfSql(of: Trip): Promise<Pair> {
  const id = await submit(of);
  const started = await rowsOf(id);
  for (const item of await openItems([id])) await approve(of, item);
  const statements = { start: handStatement('wal_start', [], started), approve: handStatement('wal_approve', started, await rowsOf(id)) };
  const all: ReadonlyMap<string, string>[] = [];
  const start = await walPer(async () => void all.push(await runHand(statements.start)));
  return { start, approve: await walPer(async (step) => void (await runHand(statements.approve, all[step]))) };
}

async function walPer(act: (step: number) => Promise<void>): Promise<number> {
  const before = await walPosition();
  for (let step = 0; step < STEPS; step++) await act(step);
  return round(((await walPosition()) - before) / STEPS, 0);
}

async function walPosition(): Promise<number> {
  const { rows } = await query<{ at: string }>({ text: `select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as at` });
  return Number(rows[0]?.at);
}
