import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CommandResult } from '@/server/engine/core/command';
import type { EngineEvent } from '@/server/engine/core/event';
import type { StatMessage } from '@/server/notify/outbox-message';
import { decodeJson, encodeJson } from './journal-codec';
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

/** The first byte of a body that journal-codec.ts has encoded; a smaller one is the dictionary of a deflated one. */
const ENCODED = 128;

/**
 * A body in 0.3 KB instead of the 2.2 of its JSON, which is what brings an approval below its budget of WAL (docs/adr/0010): encoded, or, when
 * it is long, deflated with a dictionary of the words that every body has.
 */
export function packBody(body: JournalBody): Buffer {
  return encodeJson(body, ENCODED) ?? deflate(JSON.stringify(body));
}

export function isEncoded(packed: Buffer): boolean {
  return packed[0] === ENCODED;
}

/** The JSON that was packed, character by character. */
export function unpackBody(packed: Buffer): string {
  return isEncoded(packed) ? JSON.stringify(decodeJson(packed.subarray(1))) : inflate(packed);
}

export function readBody(packed: Buffer): JournalBody {
  return (isEncoded(packed) ? decodeJson(packed.subarray(1)) : JSON.parse(inflate(packed))) as JournalBody;
}

// helpers //////////////////////

function deflate(json: string): Buffer {
  return Buffer.concat([Buffer.from([LATEST]), deflateRawSync(json, { ...WINDOW, dictionary: dictionary(LATEST) })]);
}

function inflate(packed: Buffer): string {
  return inflateRawSync(packed.subarray(1), { dictionary: dictionary(packed[0] ?? 0) }).toString('utf8');
}

function dictionary(number: number): Buffer {
  const words = journalDictionaries[number - 1];
  if (words === undefined) throw new Error(`the journal has no dictionary ${number}`);
  return words;
}
