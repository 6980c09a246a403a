import type { QueryResultRow } from 'pg';
import type { BatchStatement } from './batch';
import { query } from './client';
import { Line } from './line';

/** Flights on their way before others wait for one to land: the server has one at hand while this process reads the answers of the other. */
const FLIGHTS = 2;
/** Statements of one flight. */
const MOST = 16;
/** A flight that waits for a lock holds up nobody for longer. */
const PATIENCE_MS = 5;

/**
 * Runs one statement in its own transaction, or together with those of others that wait for the database at the same moment: then in one
 * flight and one commit, which costs the database half (docs/adr/0016). A quiet portal sends each alone and at once.
 * When one of them fails, Postgres takes all back, and each is run again alone: so a failure is only told to whom it belongs.
 */
export function queryTogether<Row extends QueryResultRow>(statement: BatchStatement): Promise<{ rows: Row[] }> {
  return new Promise<{ rows: QueryResultRow[] }>((resolve, reject) => {
    waiting.push({ statement, resolve, reject });
    if (route.flights < FLIGHTS) board();
    else patience ??= setTimeout(overtake, PATIENCE_MS);
  }) as Promise<{ rows: Row[] }>;
}

// helpers //////////////////////

type Waiting = { statement: BatchStatement; resolve(result: { rows: QueryResultRow[] }): void; reject(error: unknown): void };

/** Those on their way whom nobody has overtaken; those of several statements on one line. */
type Route = { flights: number; line?: Line };

let waiting: Waiting[] = [];
let route: Route = { flights: 0 };
let boarding: NodeJS.Immediate | undefined;
let patience: NodeJS.Timeout | undefined;

/**
 * Whoever is ready in this turn of the event loop comes along: the answers of one flight make several ready at once. They are shared out among the
 * flights that are free: were they all in one, this process would have nothing to do while it is away, and the database nothing while it computes.
 */
function board(): void {
  boarding ??= setImmediate(() => {
    boarding = undefined;
    for (let free = FLIGHTS - route.flights; free > 0 && waiting.length > 0; free--) void takeOff(Math.ceil(waiting.length / free));
  });
}

/** The flights before take too long: others go, and wait for them no more. */
function overtake(): void {
  patience = undefined;
  route = { flights: 0 };
  board();
}

async function takeOff(size: number): Promise<void> {
  const passengers = waiting.slice(0, Math.min(size, MOST));
  waiting = waiting.slice(passengers.length);
  clearTimeout(patience);
  patience = waiting.length > 0 ? setTimeout(overtake, PATIENCE_MS) : undefined;
  const [only] = passengers;
  if (!only) return;
  const taken = route;
  taken.flights += 1;
  await (passengers.length === 1 ? flyAlone(only) : flyTogether(passengers, taken));
  taken.flights -= 1;
  if (waiting.length > 0 && route.flights < FLIGHTS) board();
}

async function flyAlone({ statement, resolve, reject }: Waiting): Promise<void> {
  try {
    resolve(await query(statement));
  } catch (error) {
    reject(error);
  }
}

/** Never throws. Those that have to fly again do so outside of the count: they may wait for a lock. */
async function flyTogether(passengers: readonly Waiting[], taken: Route): Promise<void> {
  if (!taken.line || taken.line.isClosed) taken.line = new Line();
  const end = await taken.line.fly(passengers.map(({ statement }) => statement)).catch((error: unknown) => ({ refusal: error }));
  if ('rows' in end) for (const [index, { resolve }] of passengers.entries()) resolve({ rows: end.rows[index] ?? [] });
  else if ('refusal' in end) for (const { reject } of passengers) reject(end.refusal);
  else for (const passenger of passengers) void flyAlone(passenger);
}
