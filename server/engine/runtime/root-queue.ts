/** Commands of this process that wait for each other, by root instance. */
const tails = new Map<string, Promise<unknown>>();

/**
 * Runs commands on one root one after the other within this process. Only those that have lost a race come here: a countersign
 * of fifty people then costs one conflict each instead of a storm of them, and nobody else pays anything.
 */
export async function inTurn<T>(rootInstanceId: string, fn: () => Promise<T>): Promise<T> {
  const before = tails.get(rootInstanceId) ?? Promise.resolve();
  const mine = before.then(fn, fn);
  const tail = mine.catch(() => undefined);
  tails.set(rootInstanceId, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(rootInstanceId) === tail) tails.delete(rootInstanceId);
  }
}
