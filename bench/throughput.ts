import { query } from '@/server/db/client';
import { forgetKeptStates } from '@/server/engine/runtime/kept-states';
import type { Trip } from '@/test/trip';
import { type HandStatement, handStatement, type OwnIds, runHand } from './hand-sql';
import { rowsOf } from './recorded-rows';
import { approve, openItems, submit } from './requests';
import { type Block, type Comparison, compare, measure } from './rounds';

export type Throughput = {
  start: Comparison;
  /** Of requests that this process has stepped on before: an approver opens a request, and then decides. */
  approve: Comparison;
  /** Of requests that it has to load, as after its start, or when another node has stepped on them. */
  approveLoaded: Comparison;
  sql: { start: string; approve: string };
};

export type Load = { rounds: number; steps: number; clients: number; meter: { databaseCpuMs(): number | null } };

/** Both sides in one run, in turn, on the same tables: in every round each starts as many requests as the other, then approves them. */
export async function measureThroughput(of: Trip, load: Load): Promise<Throughput> {
  const hand = await record(of);
  await oneRound(of, hand, load, true);
  // Plans are made again with statistics that tell of rows, as in a database that has been in use.
  await query({ text: 'analyze' });
  await oneRound(of, hand, load, false);
  const rounds: Round[] = [];
  for (let at = 0; at < load.rounds; at++) rounds.push(await oneRound(of, hand, load, at % 2 === 0));
  return {
    start: compare(rounds.map(({ start }) => start)),
    approve: compare(rounds.map(({ approve: approvals }) => approvals)),
    approveLoaded: compare(rounds.map(({ approveLoaded }) => approveLoaded)),
    sql: { start: hand.start.text, approve: hand.approve.text },
  };
}

// helpers //////////////////////

type Hand = { start: HandStatement; approve: HandStatement };
type Sides = { engine: Block; sql: Block };
type Round = { start: Sides; approve: Sides; approveLoaded: Sides };

/** One request by the engine: what it wrote is what the hand-written statements write. */
async function record(of: Trip): Promise<Hand> {
  const id = await submit(of);
  const started = await rowsOf(id);
  for (const item of await openItems([id])) await approve(of, item);
  const approved = await rowsOf(id);
  return { start: handStatement('hand_start', [], started), approve: handStatement('hand_approve', started, approved) };
}

async function oneRound(of: Trip, hand: Hand, load: Load, engineFirst: boolean): Promise<Round> {
  const sides = [() => engineSide(of, load), () => handSide(hand, load)] as const;
  if (engineFirst) {
    const engine = await sides[0]();
    return pair(engine, await sides[1]());
  }
  const sql = await sides[1]();
  return pair(await sides[0](), sql);
}

type Side = { start: Block; approve: Block };
type EngineSide = Side & { approveLoaded: Block };

function pair(engine: EngineSide, sql: Side): Round {
  return {
    start: { engine: engine.start, sql: sql.start },
    approve: { engine: engine.approve, sql: sql.approve },
    approveLoaded: { engine: engine.approveLoaded, sql: sql.approve },
  };
}

async function engineSide(of: Trip, { steps, clients, meter }: Load): Promise<EngineSide> {
  const [start, ids] = await measure(meter, clients, Array<null>(steps).fill(null), () => submit(of));
  const [approvals] = await measure(meter, clients, await openItems(ids), (item) => approve(of, item));
  return { start, approve: approvals, approveLoaded: await loadedApprovals(of, { steps, clients, meter }) };
}

async function loadedApprovals(of: Trip, { steps, clients, meter }: Omit<Load, 'rounds'>): Promise<Block> {
  const [, ids] = await measure(meter, clients, Array<null>(steps).fill(null), () => submit(of));
  const items = await openItems(ids);
  forgetKeptStates();
  const [block] = await measure(meter, clients, items, (item) => approve(of, item));
  return block;
}

async function handSide(hand: Hand, { steps, clients, meter }: Load): Promise<Side> {
  const [start, ids] = await measure(meter, clients, Array<null>(steps).fill(null), () => runHand(hand.start));
  const [approvals] = await measure<OwnIds, OwnIds>(meter, clients, ids, (own) => runHand(hand.approve, own));
  return { start, approve: approvals };
}
