import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { type Drizzle, POOL_SIZE, type Statement, checkout, drizzleOver, toConfig } from './client';
import { holdsTooMany, notePrepared } from './prepared';
import { isConnectionLost, isRetryable, isStalePlan, toRefusal } from './sql-error';

export type TransactionOptions = {
  isolation?: 'repeatable read' | 'serializable';
  readOnly?: boolean;
};

const MAX_ATTEMPTS = 5;

/**
 * Runs `fn` in one transaction on one connection and returns its value after Postgres has answered COMMIT.
 *
 * `fn` may run again from its start (deadlock, serialization failure, changed plan): it must do nothing outside the transaction.
 * When the connection dies, every later statement of `fn` is refused and nothing runs on another connection. A BUSY after the
 * COMMIT was sent may have been committed; the caller's `commandId` makes the repeat safe.
 */
export async function withTransaction<T>(fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  for (let attempt = 1, replaced = 0; ; ) {
    try {
      return await runOnce(fn, options);
    } catch (error) {
      // A dead connection or one with an old plan has left the pool: no reason to wait, and there are at most as many as the pool holds.
      if ((error instanceof NotBegun || isStalePlan(error)) && ++replaced <= POOL_SIZE) continue;
      if (!isRetryable(error) || ++attempt > MAX_ATTEMPTS) throw toRefusal(error instanceof NotBegun ? error.cause : error);
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** A transaction that is open; only `withTransaction` can make one, so a function that asks for it always runs inside. */
export type Tx = Transaction;

class Transaction {
  readonly drizzle: Drizzle;
  readonly #client: PoolClient;
  #refusal: Error | undefined;
  #lost = false;

  constructor(client: PoolClient) {
    this.#client = client;
    this.drizzle = drizzleOver((config) => this.#run(config));
  }

  query<Row extends QueryResultRow>(sql: Statement): Promise<QueryResult<Row>> {
    return this.#run<Row>(toConfig(sql));
  }

  /** From here on every statement is refused: the connection is lost or the transaction is over. */
  close(reason: Error): void {
    this.#refusal ??= reason;
  }

  lose(error: Error): void {
    this.#lost = true;
    this.close(error);
  }

  get lost(): boolean {
    return this.#lost;
  }

  async #run<Row extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<Row>> {
    if (this.#refusal) throw new Error('statement after the end of its transaction', { cause: this.#refusal });
    notePrepared(this.#client, config.name);
    try {
      return await this.#client.query<Row>(config);
    } catch (error) {
      if (isConnectionLost(error)) this.lose(error as Error);
      throw error;
    }
  }
}

/** The connection was dead before anything ran: the next one may be alive. */
class NotBegun extends Error {}

async function runOnce<T>(fn: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const client = await checkout();
  const tx = new Transaction(client);
  const onError = (error: Error) => tx.lose(error);
  client.on('error', onError);
  let healthy = false;
  try {
    await begin(client, options);
    const value = await fn(tx);
    // A statement that `fn` did not wait for is refused from here on, instead of running after the commit.
    tx.close(new Error('transaction is over'));
    if (tx.lost) throw new Error('Connection terminated during the transaction');
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the transaction had failed: commit answered ${command}`);
    healthy = true;
    return value;
  } catch (error) {
    tx.close(error instanceof Error ? error : new Error(String(error)));
    if (!tx.lost && !isStalePlan(error)) healthy = await rollback(client);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(!healthy || holdsTooMany(client));
  }
}

async function begin(client: PoolClient, { isolation, readOnly }: TransactionOptions): Promise<void> {
  try {
    await client.query(`begin${isolation ? ` isolation level ${isolation}` : ''}${readOnly ? ' read only' : ''}`);
  } catch (error) {
    throw isConnectionLost(error) ? new NotBegun('connection lost at begin', { cause: error }) : error;
  }
}

/** True when the connection is clean again; a connection that is not goes, and Postgres rolls back by itself. */
async function rollback(client: PoolClient): Promise<boolean> {
  try {
    return (await client.query('rollback')).command === 'ROLLBACK';
  } catch {
    return false;
  }
}
