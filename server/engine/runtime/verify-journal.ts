import { journalHash } from './journal-hash';
import type { JournalEntry } from './read-journal';

/** What is wrong with a chain, at the first row where it shows. */
export type ChainBreak = { seq: number; kind: 'gap' | 'changed' };

/** Walks a journal from its beginning: null when every row is there and is what was written. A cut tail only a hash kept elsewhere can show. */
export function findChainBreak(journal: readonly JournalEntry[]): ChainBreak | null {
  let previous = '';
  for (const [index, entry] of journal.entries()) {
    if (entry.seq !== index + 1) return { seq: index + 1, kind: 'gap' };
    if (journalHash(previous, entry, entry.body) !== entry.hash) return { seq: entry.seq, kind: 'changed' };
    previous = entry.hash;
  }
  return null;
}
