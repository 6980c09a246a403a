import type { Json } from '@/lib/json';
import { journalShapes, journalWords } from './journal-words';

/*
 * JSON in few bytes and little time: an object that the engine makes is the number of its shape and its values; words, ids, instants and
 * whatever was said before take a byte. As small as deflate with a dictionary makes it, in a quarter of its time, most of which is setting a
 * compressor up (docs/adr/0010).
 *
 * A value is a byte, and what follows it:
 *   0 null · 1 true · 2 false · 3 integer (varint) · 4 number (text) · 5 text (varint of bytes, UTF-8) · 6 UUID (16 bytes) · 7 instant (6 bytes, ms)
 *   8 text said before (varint) · 9 list (varint, values) · 10 object of a shape (varint, values) · 11 other object (varint, keys and values)
 *   16–31 the integers 0–15 · 32–111 a word · 112–255 one of the first 144 texts said before
 */
const NULL = 0;
const TRUE = 1;
const FALSE = 2;
const INTEGER = 3;
const NUMBER = 4;
const TEXT = 5;
const UUID = 6;
const INSTANT = 7;
const SAID = 8;
const LIST = 9;
const SHAPED = 10;
const OBJECT = 11;
const SMALL = 16;
const WORD = 32;
const EARLY = 112;

/** What is longer is better deflated. */
const MOST = 4096;
/** The longest that one value adds before it is looked at whether it fits. */
const ROOM = 64;

/** Bytes that begin with `head`; null when they would be more than 4 KB, or when a text is no Unicode. */
export function encodeJson(value: unknown, head: number): Buffer | null {
  const writer = new Writer(head);
  return writer.value(value) ? writer.bytes() : null;
}

/** What was encoded, without the head, as JSON.parse would give it: with its keys in their order. */
export function decodeJson(bytes: Buffer): Json {
  return new Reader(bytes).value();
}

// helpers //////////////////////

const wordBytes = new Map(journalWords.map((word, index) => [word, WORD + index]));

type Shape = { number: number; next: Map<string, Shape> };
const noKeys = shapeTree();
/** Bodies are made one after the other. */
const scratch = Buffer.allocUnsafe(MOST + ROOM);

/** Writes its bytes where it stands, without a function for each: there are 300 of them in an approval. */
class Writer {
  #at = 1;
  readonly #said = new Map<string, number>();

  constructor(head: number) {
    scratch[0] = head;
  }

  bytes(): Buffer {
    return Buffer.from(scratch.subarray(0, this.#at));
  }

  /** False when it does not fit. */
  value(value: unknown): boolean {
    if (this.#at > MOST) return false;
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'number') return this.#number(value);
    if (typeof value === 'object' && value !== null) {
      return Array.isArray(value) ? this.#list(value) : this.#object(value as Record<string, unknown>);
    }
    scratch[this.#at++] = value === true ? TRUE : value === false ? FALSE : NULL;
    return true;
  }

  #varint(kind: number, number: number): true {
    scratch[this.#at++] = kind;
    let rest = number;
    for (; rest > 127; rest = Math.floor(rest / 128)) scratch[this.#at++] = (rest % 128) + 128;
    scratch[this.#at++] = rest;
    return true;
  }

  #number(number: number): boolean {
    if (Number.isSafeInteger(number) && number >= 0) {
      if (number >= WORD - SMALL) return this.#varint(INTEGER, number);
      scratch[this.#at++] = SMALL + number;
      return true;
    }
    return Number.isFinite(number) ? this.#raw(NUMBER, String(number)) : this.value(null);
  }

  #text(text: string): boolean {
    const short = wordBytes.get(text) ?? this.#said.get(text);
    if (short !== undefined) {
      if (short > 255) return this.#varint(SAID, short - EARLY);
      scratch[this.#at++] = short;
      return true;
    }
    this.#said.set(text, EARLY + this.#said.size);
    if (text.length === 36 && UUID_TEXT.test(text)) {
      scratch[this.#at++] = UUID;
      for (let at = 0; at < 36; at += 2) {
        if (text.charCodeAt(at) === DASH) at += 1;
        scratch[this.#at++] = (nibbles[text.charCodeAt(at)] ?? 0) * 16 + (nibbles[text.charCodeAt(at + 1)] ?? 0);
      }
      return true;
    }
    if (text.length === 24 && isInstant(text)) {
      scratch[this.#at] = INSTANT;
      this.#at = scratch.writeUIntBE(Date.parse(text), this.#at + 1, 6);
      return true;
    }
    return this.#raw(TEXT, text);
  }

  #raw(kind: number, text: string): boolean {
    // A character takes up to three bytes.
    if (this.#at + text.length * 3 > MOST || LONE_SURROGATE.test(text)) return false;
    this.#varint(kind, Buffer.byteLength(text));
    this.#at += scratch.write(text, this.#at);
    return true;
  }

  #list(list: readonly unknown[]): boolean {
    this.#varint(LIST, list.length);
    for (const item of list) if (!this.value(item)) return false;
    return true;
  }

  #object(object: Readonly<Record<string, unknown>>): boolean {
    let shape: Shape | undefined = noKeys;
    let count = 0;
    for (const key in object) {
      if (object[key] === undefined) continue;
      count += 1;
      shape = shape?.next.get(key);
    }
    const number = shape?.number ?? -1;
    this.#varint(number < 0 ? OBJECT : SHAPED, number < 0 ? count : number);
    for (const key in object) {
      const value = object[key];
      if (value !== undefined && !((number >= 0 || this.#text(key)) && this.value(value))) return false;
    }
    return true;
  }
}

class Reader {
  #at = 0;
  readonly #bytes: Buffer;
  readonly #said: string[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  value(): Json {
    const byte = this.#byte();
    if (byte >= EARLY) return this.#known(byte - EARLY);
    if (byte >= WORD) return journalWords[byte - WORD] ?? this.#fail();
    if (byte >= SMALL) return byte - SMALL;
    switch (byte) {
      case NULL:
        return null;
      case TRUE:
        return true;
      case FALSE:
        return false;
      case INTEGER:
        return this.#varint();
      case NUMBER:
        return Number(this.#raw());
      case TEXT:
        return this.#say(this.#raw());
      case UUID:
        return this.#say(uuidOf(this.#slice(16).toString('hex')));
      case INSTANT:
        return this.#say(new Date(this.#slice(6).readUIntBE(0, 6)).toISOString());
      case SAID:
        return this.#known(this.#varint());
      case LIST:
        return Array.from({ length: this.#varint() }, () => this.value());
      case SHAPED:
        return Object.fromEntries((journalShapes[this.#varint()] ?? this.#fail()).map((key) => [key, this.value()]));
      case OBJECT:
        return Object.fromEntries(Array.from({ length: this.#varint() }, () => [this.#key(), this.value()]));
      default:
        return this.#fail();
    }
  }

  #key(): string {
    const key = this.value();
    return typeof key === 'string' ? key : this.#fail();
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? this.#fail();
  }

  #varint(): number {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      number += (byte % 128) * factor;
      if (byte < 128) return number;
    }
  }

  #slice(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) this.#fail();
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  #raw(): string {
    return this.#slice(this.#varint()).toString('utf8');
  }

  #say(text: string): string {
    this.#said.push(text);
    return text;
  }

  #known(number: number): string {
    return this.#said[number] ?? this.#fail();
  }

  #fail(): never {
    throw new Error(`a body of the journal cannot be read at byte ${this.#at}`);
  }
}

function shapeTree(): Shape {
  const root: Shape = { number: -1, next: new Map() };
  for (const [number, keys] of journalShapes.entries()) {
    let shape = root;
    for (const key of keys) {
      const next = shape.next.get(key) ?? { number: -1, next: new Map<string, Shape>() };
      shape.next.set(key, next);
      shape = next;
    }
    shape.number = number;
  }
  return root;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const UUID_TEXT = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const DASH = '-'.charCodeAt(0);
/** By the code of their digit. */
const nibbles = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code))));

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Only what comes back as the same text. */
function isInstant(text: string): boolean {
  if (text[23] !== 'Z' || text[10] !== 'T') return false;
  const time = Date.parse(text);
  return time >= 0 && new Date(time).toISOString() === text;
}
