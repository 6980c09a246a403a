import type { BatchValue } from './batch';

/** Where messages are put together, one flight after the other. */
let scratch = Buffer.allocUnsafe(64 * 1024);

/** Up to here, writing characters one by one is cheaper than a call into the runtime. */
const SHORT = 16;
/** Of a value that is neither text nor bytes, with its length and its format. */
const MOST_OF_A_NUMBER = 40;

const KIND = { parse: code('P'), bind: code('B'), describe: code('D'), execute: code('E'), sync: code('S') };
const PORTAL = code('P');
const TEXT = 0;
const BINARY = 1;

/**
 * What a flight sends, in one piece (https://www.postgresql.org/docs/current/protocol-message-formats.html). The driver's own writer begins every message in
 * a new buffer of 256 bytes that it copies as it grows, and hands each to the socket: a tenth of what a step costs this process.
 */
export class Messages {
  #at = 0;

  parse(name: string, text: string): void {
    const start = this.#begin(KIND.parse, MOST_OF_A_NUMBER + (name.length + text.length) * 3);
    let at = putCString(start, name);
    at = putCString(at, text);
    // No parameter's type is said: Postgres finds them.
    this.#end(start, putInt16(at, 0));
  }

  /** To the unnamed portal; bytes go as they are, all else as text. */
  bind(name: string, values: readonly BatchValue[]): void {
    const start = this.#begin(KIND.bind, MOST_OF_A_NUMBER + name.length * 3 + mostOf(values));
    let at = putCString(start, '');
    at = putCString(at, name);
    at = putInt16(at, values.length);
    for (const value of values) at = putInt16(at, Buffer.isBuffer(value) ? BINARY : TEXT);
    at = putInt16(at, values.length);
    for (const value of values) at = putValue(at, value);
    // All columns come back as text.
    this.#end(start, putInt16(at, 0));
  }

  describe(): void {
    const start = this.#begin(KIND.describe, MOST_OF_A_NUMBER);
    scratch[start] = PORTAL;
    this.#end(start, putCString(start + 1, ''));
  }

  /** All rows. */
  execute(): void {
    const start = this.#begin(KIND.execute, MOST_OF_A_NUMBER);
    this.#end(start, putInt32(putCString(start, ''), 0));
  }

  sync(): void {
    const start = this.#begin(KIND.sync, MOST_OF_A_NUMBER);
    this.#end(start, start);
  }

  bytes(): Buffer {
    return Buffer.from(scratch.subarray(0, this.#at));
  }

  // helpers //////////////////////

  /** Where the message's body begins; there is room for so many bytes. */
  #begin(kind: number, most: number): number {
    if (this.#at + most > scratch.length) {
      const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, this.#at + most));
      scratch.copy(larger, 0, 0, this.#at);
      scratch = larger;
    }
    scratch[this.#at] = kind;
    return this.#at + 5;
  }

  #end(start: number, at: number): void {
    putInt32(start - 4, at - start + 4);
    this.#at = at;
  }
}

// helpers //////////////////////

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** A character takes up to three bytes. */
function mostOf(values: readonly BatchValue[]): number {
  let bytes = 0;
  for (const value of values)
    bytes += MOST_OF_A_NUMBER + (typeof value === 'string' ? value.length * 3 : Buffer.isBuffer(value) ? value.length : 0);
  return bytes;
}

// Each gives the place behind what it has put.

function putValue(at: number, value: BatchValue): number {
  if (value === null) return putInt32(at, -1);
  const end = Buffer.isBuffer(value)
    ? at + 4 + value.copy(scratch, at + 4)
    : putText(at + 4, typeof value === 'string' ? value : String(value));
  putInt32(at, end - at - 4);
  return end;
}

function putCString(at: number, text: string): number {
  const end = putText(at, text);
  scratch[end] = 0;
  return end + 1;
}

function putText(at: number, text: string): number {
  const { length } = text;
  if (length > SHORT) return at + scratch.write(text, at);
  const bytes = scratch;
  let seen = 0;
  for (let index = 0; index < length; index++) {
    const character = text.charCodeAt(index);
    bytes[at + index] = character;
    seen |= character;
  }
  return seen > 127 ? at + bytes.write(text, at) : at + length;
}

function putInt16(at: number, number: number): number {
  scratch[at] = number >> 8;
  scratch[at + 1] = number;
  return at + 2;
}

function putInt32(at: number, number: number): number {
  scratch[at] = number >> 24;
  scratch[at + 1] = number >> 16;
  scratch[at + 2] = number >> 8;
  scratch[at + 3] = number;
  return at + 4;
}
