import { hash } from 'node:crypto';
import { isEncoded, unpackBody } from './journal-body';

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
 * there on. `body` is as it is stored; of a deflated one its JSON counts, whichever way it was deflated.
 */
export function journalHash(previous: string, columns: JournalColumns, body: Buffer): string {
  const { rootInstanceId, seq, at, actorId, actorName, command, commandId, requestHash, reason } = columns;
  const head = JSON.stringify([previous, rootInstanceId, seq, at, actorId, actorName, command, commandId, requestHash, reason]);
  const chained = isEncoded(body) ? body : Buffer.from(unpackBody(body));
  return hash('sha256', Buffer.concat([Buffer.from(`${head}\n`), chained]));
}
