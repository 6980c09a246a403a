import type { CommandType } from '@/server/engine/core/command';
import { type JournalBody, readBody } from './journal-body';
import type { JournalColumns } from './journal-hash';
import type { Runner } from './runner';
import { iso } from './timestamps';

/** A row of the journal with its events; `body` is what the hash is over. */
export type JournalEntry = Omit<JournalColumns, 'command'> & JournalBody & { command: CommandType; body: Buffer; hash: string };

/** As `portal.journal` gives it in JSON: the body packed and in base64, the hash in hex. */
export type StoredEntry = Omit<JournalEntry, keyof JournalBody | 'body'> & { body: string };

/** Columns of `portal.journal j` for json_build_object: what `unpackEntry` reads. */
export const JOURNAL_JSON = `'rootInstanceId', j.root_instance_id, 'seq', j.seq, 'at', j.at, 'actorId', j.actor_id, 'actorName', j.actor_name, 'command', j.command,
  'commandId', j.command_id, 'requestHash', j.request_hash, 'reason', j.reason, 'body', encode(j.body, 'base64'), 'hash', encode(j.hash, 'hex')`;

export function unpackEntry(stored: StoredEntry): JournalEntry {
  const body = Buffer.from(stored.body, 'base64');
  return { ...stored, at: iso(stored.at), body, ...readBody(body) };
}

/** One instance's journal from the beginning. */
export async function readJournal(run: Runner, rootInstanceId: string): Promise<JournalEntry[]> {
  const { rows } = await run<{ entry: StoredEntry }>({
    name: 'journal_read',
    text: `select json_build_object(${JOURNAL_JSON}) as entry from portal.journal j where j.root_instance_id = $1 order by j.seq`,
    values: [rootInstanceId],
  });
  return rows.map((row) => unpackEntry(row.entry));
}
