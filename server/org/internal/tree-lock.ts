import type { Tx } from '@/server/db/unit-of-work';

/** One change of the tree's shape at a time: two moves at once could put each department below the other. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('vermilion:departments', 0))` });
}
