import type { PoolClient } from 'pg';

/**
 * Postgres keeps the plan of every named statement for as long as its connection lives: 0.2–0.3 MB for one that writes a step, and there is
 * one for each kind of step of each version of a form. A connection that has seen more than this gives way to a fresh one, so that a
 * company with a thousand forms does not fill the database's memory: about 150 MB for a connection at most.
 */
const MOST_STATEMENTS = 600;

const names = new WeakMap<PoolClient, Set<string>>();

/** Remembers that a connection has this statement. */
export function notePrepared(client: PoolClient, name: string | undefined): void {
  if (name === undefined) return;
  const known = names.get(client);
  if (known) known.add(name);
  else names.set(client, new Set([name]));
}

/** Whether it is time for another connection. */
export function holdsTooMany(client: PoolClient): boolean {
  return (names.get(client)?.size ?? 0) > MOST_STATEMENTS;
}
