import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { applicationName } from '../node-name';
import { holdsTooMany, notePrepared } from './prepared';
import { isConnectionLost, isStalePlan, toRefusal } from './sql-error';
import { typeParsers } from './type-parsers';

/** One statement. Hot ones carry a `name`: the server then parses and plans it once per connection. */
export type Statement = { name?: string; text: string; values?: readonly unknown[] };

/** Drizzle without its own `transaction`: only server/db/unit-of-work.ts opens one. */
export type Drizzle = Omit<NodePgDatabase, 'transaction' | '$client'>;

/** Connections per process: more only adds latency (with 32 the p99 tripled). */
export const POOL_SIZE = 10;

type Shared = { pool?: pg.Pool };
// Routes and instrumentation are separate module graphs: one pool for both lives on globalThis.
const shared = ((globalThis as { vermilionDb?: Shared }).vermilionDb ??= {});

/** The pool itself; statements go through `query` or `withTransaction`. */
export function pool(): pg.Pool {
  if (!shared.pool) {
    shared.pool = new pg.Pool(connectionOptions());
    // An idle connection that dies is replaced by the pool; without a listener it would end the process.
    shared.pool.on('error', () => undefined);
  }
  return shared.pool;
}

/** Runs one statement on its own connection, in its own transaction. */
export function query<Row extends QueryResultRow>(sql: Statement): Promise<QueryResult<Row>> {
  return runOnPool<Row>(toConfig(sql));
}

/** Ends the pool; the next use opens a new one. */
export async function closePool(): Promise<void> {
  const open = shared.pool;
  delete shared.pool;
  await open?.end();
}

/** A connection outside the pool with the portal's own settings, for LISTEN, migrations and advisory locks. */
export function dedicatedClient(overrides: pg.ClientConfig = {}): pg.Client {
  return new pg.Client({ ...connectionOptions(), ...overrides });
}

/** Takes a connection; a pool that has none for five seconds, or no database, is BUSY. */
export async function checkout(): Promise<PoolClient> {
  try {
    return await pool().connect();
  } catch (error) {
    throw toRefusal(error);
  }
}

/** Drizzle over one way to run a statement, so that its results pass the same type parsers as plain SQL. */
export function drizzleOver(run: (config: QueryConfig) => Promise<QueryResult>): Drizzle {
  const client = {
    query: ({ name, text, rowMode }: { name?: string; text: string; rowMode?: 'array' }, values: unknown[]) =>
      run({ text, values, ...(name === undefined ? {} : { name }), ...(rowMode === undefined ? {} : { rowMode }) }),
  };
  // drizzle asks for a whole client and calls `query` alone.
  return drizzle(client as unknown as PoolClient);
}

export function toConfig({ name, text, values }: Statement): QueryConfig {
  return { text, values: values === undefined ? [] : [...values], ...(name === undefined ? {} : { name }) };
}

// helpers //////////////////////

function connectionOptions(): pg.PoolConfig {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set; `npm start` sets it for the embedded database');
  return {
    connectionString,
    max: POOL_SIZE,
    application_name: applicationName(),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 60_000,
    // The last resort when the network swallows the answer: later than the server's own limit.
    query_timeout: 40_000,
    options: '-c timezone=UTC -c jit=off',
    types: typeParsers,
  };
}

async function runOnPool<Row extends QueryResultRow>(config: QueryConfig, attempt = 1): Promise<QueryResult<Row>> {
  const client = await checkout();
  client.on('error', ignore);
  let broken = false;
  try {
    notePrepared(client, config.name);
    return await client.query<Row>(config);
  } catch (error) {
    broken = isStalePlan(error) || isConnectionLost(error);
    if (!isStalePlan(error) || attempt > POOL_SIZE) throw toRefusal(error);
  } finally {
    client.off('error', ignore);
    client.release(broken || holdsTooMany(client));
  }
  return runOnPool<Row>(config, attempt + 1);
}

function ignore(): void {}
