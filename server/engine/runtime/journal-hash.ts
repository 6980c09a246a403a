import { createHash } from 'node:crypto';
import type { JournalBody } from './journal-body';
import { canonicalJson } from './canonical-json';

/** A row of portal.journal, unpacked, without its hash. */
export type JournalRow = JournalBody & {
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

/** sha256(hash of the row before ‖ canonical row), in hex: a row that is changed, dropped or put in between breaks the chain from there on. */
export function journalHash(previous: string, row: JournalRow): string {
  return createHash('sha256').update(previous).update('\n').update(canonicalJson(row)).digest('hex');
}
