import type { PoolClient, QueryResultRow } from 'pg';
import { Batch, type BatchEnd, type BatchStatement } from './batch';
import { checkout, query } from './client';
import { holdsTooMany, notePrepared } from './prepared';
import { isConnectionLost, isStalePlan, toRefusal } from './sql-error';

/** Flights at once before others wait for one to land: one is being written while the answers of the other are being read. */
const FLIGHTS = 2;
/** Statements of one flight. */
const MOST = 16;
/** A flight that waits for a lock holds up nobody for longer. */
const PATIENCE_MS = 5;
/** In a flight of several, a lock that somebody holds for longer makes each go alone. */
const LOCK_MS = 100;

/**
 * Runs one statement in its own transaction, or together with those of others that wait for the database at the same moment: then in one
 * flight and one commit, which costs the database half (docs/adr/0016). A quiet portal sends each alone and at once.
 * When one of them fails, Postgres takes all back, and each is run again alone: so a failure is only told to whom it belongs.
 */
export function queryTogether<Row extends QueryResultRow>(statement: BatchStatement): Promise<{ rows: Row[] }> {
  return new Promise<{ rows: QueryResultRow[] }>((resolve, reject) => {
    waiting.push({ statement, resolve, reject });
    if (flights < FLIGHTS) board();
    else patience ??= setTimeout(overtake, PATIENCE_MS);
  }) as Promise<{ rows: Row[] }>;
}

// helpers //////////////////////

type Waiting = { statement: BatchStatement; resolve(result: { rows: QueryResultRow[] }): void; reject(error: unknown): void };

let waiting: Waiting[] = [];
let flights = 0;
let boarding: NodeJS.Immediate | undefined;
let patience: NodeJS.Timeout | undefined;

/**
 * Whoever is ready in this turn of the event loop comes along: the answers of one flight make several ready at once. They are shared out among the
 * flights that are free: were they all in one, this process would have nothing to do while it is away, and the database nothing while it computes.
 */
function board(): void {
  boarding ??= setImmediate(() => {
    boarding = undefined;
    for (let free = Math.max(1, FLIGHTS - flights); free > 0 && waiting.length > 0; free--) void takeOff(Math.ceil(waiting.length / free));
  });
}

/** The flights before take too long: another one goes. */
function overtake(): void {
  patience = undefined;
  board();
}

async function takeOff(size: number): Promise<void> {
  const passengers = waiting.slice(0, Math.min(size, MOST));
  waiting = waiting.slice(passengers.length);
  clearTimeout(patience);
  patience = waiting.length > 0 ? setTimeout(overtake, PATIENCE_MS) : undefined;
  const [only] = passengers;
  if (!only) return;
  flights += 1;
  await (passengers.length === 1 ? flyAlone(only) : flyTogether(passengers));
  flights -= 1;
  if (waiting.length > 0 && flights < FLIGHTS) board();
}

async function flyAlone({ statement, resolve, reject }: Waiting): Promise<void> {
  try {
    resolve(await query(statement));
  } catch (error) {
    reject(error);
  }
}

/** Never throws. Those that have to fly again do so outside of the count: they may wait for a lock. */
async function flyTogether(passengers: readonly Waiting[]): Promise<void> {
  const end = await land(passengers.map(({ statement }) => statement)).catch((error: unknown) => ({ refusal: error }));
  if ('rows' in end) for (const [index, { resolve }] of passengers.entries()) resolve({ rows: end.rows[index] ?? [] });
  else if ('refusal' in end) for (const { reject } of passengers) reject(end.refusal);
  else for (const passenger of passengers) void flyAlone(passenger);
}

const SHORT_LOCKS: BatchStatement = {
  name: 'short_locks',
  text: `select set_config('lock_timeout', $1, true)`,
  values: [`${LOCK_MS}ms`],
};

/** Throws what concerns all of them: no connection, or one that was lost. */
async function land(statements: readonly BatchStatement[]): Promise<{ rows: QueryResultRow[][] } | { error: unknown }> {
  const client = await checkout();
  client.on('error', ignore);
  for (const { name } of statements) notePrepared(client, name);
  const end = await fly(client, [SHORT_LOCKS, ...statements]);
  client.off('error', ignore);
  if ('rows' in end) {
    client.release(holdsTooMany(client));
    return { rows: end.rows.slice(1) };
  }
  const isLost = isConnectionLost(end.error);
  client.release(isLost || end.isUnsure || isStalePlan(end.error));
  if (isLost) throw toRefusal(end.error);
  return end;
}

/** A value that the driver cannot send makes it throw with half of the flight written. */
function fly(client: PoolClient, statements: readonly BatchStatement[]): Promise<BatchEnd> {
  return new Promise<BatchEnd>((done) => void client.query(new Batch(statements, done))).catch((error: unknown) => ({
    error,
    isUnsure: true,
  }));
}

function ignore(): void {}
