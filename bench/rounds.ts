import { performance } from 'node:perf_hooks';

/** One block of equal steps: how fast they went, and what they cost the two processes. */
export type Block = { perSecond: number; nodeCpuMs: number; databaseCpuMs: number | null };

export type Comparison = {
  engine: Block;
  sql: Block;
  /** Engine over SQL within each round; absolute rates differ from machine to machine and from minute to minute, these do not. */
  ratio: { median: number; min: number; max: number; perRound: number[] };
};

type Meter = { databaseCpuMs(): number | null };

/** Runs `act` on every item with so many clients at once and measures the whole. */
export async function measure<T, R>(
  meter: Meter,
  clients: number,
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<[Block, R[]]> {
  const results: R[] = [];
  const databaseBefore = meter.databaseCpuMs();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const queue = items.entries();
  const client = async () => {
    for (const [at, item] of queue) results[at] = await act(item);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const databaseAfter = meter.databaseCpuMs();
  const block = {
    perSecond: items.length / seconds,
    nodeCpuMs: (cpu.user + cpu.system) / 1000 / items.length,
    databaseCpuMs: databaseBefore === null || databaseAfter === null ? null : (databaseAfter - databaseBefore) / items.length,
  };
  return [block, results];
}

/** Medians of both sides, and the spread of the ratio. */
export function compare(rounds: readonly { engine: Block; sql: Block }[]): Comparison {
  const ratios = rounds.map(({ engine, sql }) => round(engine.perSecond / sql.perSecond, 3));
  return {
    engine: middle(rounds.map(({ engine }) => engine)),
    sql: middle(rounds.map(({ sql }) => sql)),
    ratio: { median: round(median(ratios), 3), min: Math.min(...ratios), max: Math.max(...ratios), perRound: ratios },
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middles = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middles.reduce((sum, value) => sum + value, 0) / middles.length;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

// helpers //////////////////////

function middle(blocks: readonly Block[]): Block {
  const server = blocks.flatMap(({ databaseCpuMs }) => databaseCpuMs ?? []);
  return {
    perSecond: Math.round(median(blocks.map(({ perSecond }) => perSecond))),
    nodeCpuMs: round(median(blocks.map(({ nodeCpuMs }) => nodeCpuMs)), 3),
    databaseCpuMs: server.length === 0 ? null : round(median(server), 3),
  };
}
