import type { PoolClient, QueryResultRow } from 'pg';
import { type BatchEnd, type BatchStatement, sendBatch } from './batch';
import { checkout } from './client';
import { holdsTooMany, notePrepared } from './prepared';
import { isConnectionLost, isStalePlan, toRefusal } from './sql-error';

/** A lock that somebody holds for longer makes the statements of a flight go alone: those behind it on the line wait as well. */
const LOCK_MS = 20;

/** `error`: of one of its statements; nothing of the flight was written. */
export type Landing = { rows: QueryResultRow[][] } | { error: unknown };

/**
 * A connection on which flights go one behind the other, the next one while the one before it is on its way. It is taken with the first and given back when the
 * last one has landed. Two flights on connections of their own keep two processes of the server busy beside this one, and on two cores each waited for
 * another's core: starts went at 1,850/s, and on one line at 2,750/s (docs/adr/0016).
 */
export class Line {
  readonly #client: Promise<PoolClient> = open();
  #inAir = 0;
  #isClosed = false;
  #isBroken = false;
  #isGivenBack = false;

  /** It takes no more flights: the last one has landed, or one has failed, or the connection has seen enough. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Throws what concerns every statement: no connection, or one that was lost. */
  async fly(statements: readonly BatchStatement[]): Promise<Landing> {
    this.#inAir += 1;
    const client = await this.#client.catch((error: unknown) => {
      this.#isClosed = true;
      throw error;
    });
    for (const { name } of statements) notePrepared(client, name);
    const end = await sendBatch(client, [SHORT_LOCKS, ...statements]);
    const isLost = 'error' in end && isConnectionLost(end.error);
    this.#land(client, end, isLost);
    if ('rows' in end) return { rows: end.rows.slice(1) };
    if (isLost) throw toRefusal(end.error);
    return { error: end.error };
  }

  // helpers //////////////////////

  #land(client: PoolClient, end: BatchEnd, isLost: boolean): void {
    this.#inAir -= 1;
    this.#isBroken ||= isLost || ('error' in end && (end.isUnsure || isStalePlan(end.error)));
    this.#isClosed ||= 'error' in end || this.#inAir === 0 || holdsTooMany(client);
    // Whoever is still on a lost connection is told by its end.
    if (this.#isGivenBack || !(isLost || this.#inAir === 0)) return;
    this.#isGivenBack = true;
    client.off('error', ignore);
    client.release(this.#isBroken || holdsTooMany(client));
  }
}

// helpers //////////////////////

const SHORT_LOCKS: BatchStatement = {
  name: 'short_locks',
  text: `select set_config('lock_timeout', $1, true)`,
  values: [`${LOCK_MS}ms`],
};

async function open(): Promise<PoolClient> {
  const client = await checkout();
  client.on('error', ignore);
  return client;
}

function ignore(): void {}
