import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CommandResult } from '@/server/engine/core/command';
import type { EngineEvent } from '@/server/engine/core/event';
import type { StatMessage } from '@/server/notify/outbox-message';
import { journalDictionaries } from './journal-dictionaries';

/** What a journal row keeps beside who, when, what and why. */
export type JournalBody = {
  events: readonly EngineEvent[];
  /** The caller's answer; a repeat gets it again. */
  result: CommandResult;
  /** For the counters of the dashboard. */
  stats: readonly StatMessage[];
};

const LATEST = journalDictionaries.length;
/** Bodies are short: small buffers cost no compression and save a quarter of a megabyte of memory each time. */
const WINDOW = { windowBits: 13, memLevel: 4, chunkSize: 1024 };

/**
 * A body's JSON, deflated with a dictionary of the words that every body has: 0.3 KB instead of 2.2, which is what brings an
 * approval below its budget of WAL (docs/adr/0010). The first byte names the dictionary.
 */
export function packBody(json: string): Buffer {
  return Buffer.concat([Buffer.from([LATEST]), deflateRawSync(json, { ...WINDOW, dictionary: dictionary(LATEST) })]);
}

/** The JSON as it was packed, character by character: the hash chain is over it. */
export function unpackBody(packed: Buffer): string {
  return inflateRawSync(packed.subarray(1), { dictionary: dictionary(packed[0] ?? 0) }).toString('utf8');
}

export function readBody(packed: Buffer): JournalBody {
  return JSON.parse(unpackBody(packed)) as JournalBody;
}

function dictionary(number: number): Buffer {
  const words = journalDictionaries[number - 1];
  if (words === undefined) throw new Error(`the journal has no dictionary ${number}`);
  return words;
}
