import { hash } from 'node:crypto';

/** The columns of a journal row that its hash covers. */
export type JournalColumns = {
  rootInstanceId: string;
  seq: number;
  at: string;
  actorId: string | null;
  actorName: string;
  command: string;
  commandId: string;
  requestHash: string;
  reason: string | null;
};

/**
 * sha256(hash of the row before ‖ columns ‖ body), in hex: a row that is changed, dropped or put in between breaks the chain from
 * there on. `body` is the JSON as it was packed, so packing it otherwise later keeps the chain.
 */
export function journalHash(previous: string, columns: JournalColumns, body: string): string {
  const { rootInstanceId, seq, at, actorId, actorName, command, commandId, requestHash, reason } = columns;
  const head = JSON.stringify([previous, rootInstanceId, seq, at, actorId, actorName, command, commandId, requestHash, reason]);
  return hash('sha256', `${head}\n${body}`);
}
