import fc from 'fast-check';
import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeJson, encodeJson } from './journal-codec';
import { journalShapes, journalWords } from './journal-words';

const HEAD = 7;

function there(value: unknown): Buffer {
  const bytes = encodeJson(value, HEAD);
  if (!bytes) throw new Error('not encoded');
  expect(bytes[0]).toBe(HEAD);
  return bytes.subarray(1);
}

/** As the hash chain of the journal needs it: character by character. */
function comesBack(value: unknown): boolean {
  return JSON.stringify(decodeJson(there(value))) === JSON.stringify(value);
}

const uuid = '01a1fca1-60d1-7001-b8e4-9861d107d221';
/** Words, ids, instants and keys as bodies have them, beside anything at all. */
const text = fc.oneof(
  fc.constantFrom(
    ...journalWords,
    uuid,
    uuid.toUpperCase(),
    '2026-11-21T05:43:16.953Z',
    '2026-13-41T05:43:16.953Z',
    '1969-12-31T23:59:59.999Z',
    '',
  ),
  fc.uuid(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const key = fc.oneof(fc.constantFrom(...journalShapes.flat(), '__proto__', 'constructor', '1', '0', ''), text);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
    tie('shaped'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 4 })
    .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))) as unknown),
  shaped: fc
    .constantFrom(...journalShapes)
    .chain((keys) =>
      fc
        .array(tie('value'), { minLength: keys.length, maxLength: keys.length })
        .map((values) => Object.fromEntries(keys.map((name, at) => [name, values[at]]))),
    ),
})).value;

describe('the encoding of a body', () => {
  it('gives every JSON back, character by character', () => {
    const report = fc.check(
      fc.property(json, (value) => encodeJson(value, HEAD) === null || comesBack(value)),
      { numRuns: 2000 },
    );
    expect(report.failed, fc.defaultReportMessage(report)).toBe(false);
  });

  it('takes what is undefined as JSON does', () => {
    expect(comesBack({ type: 'flowTaken', flowId: undefined, list: [undefined, 1] })).toBe(true);
  });

  it('says a text again in a byte, also the thousandth one', () => {
    const texts = Array.from({ length: 400 }, (_, index) => `t${index}`);
    expect(comesBack([...texts, ...texts])).toBe(true);
    expect(there([uuid, uuid, uuid, uuid]).length).toBe(1 + 1 + 17 + 3);
  });

  it('keeps what looks like an id or an instant and is none', () => {
    for (const odd of [
      '01A1FCA1-60D1-7001-B8E4-9861D107D221',
      '01a1fca1-60d1-7001-b8e4_9861d107d221',
      '2026-02-30T00:00:00.000Z',
      '+012026-01-01T00:00:00Z',
      '-00001-01-01T00:00:00.0Z',
    ])
      expect(comesBack(odd), odd).toBe(true);
  });

  it('leaves what is long, and what is no Unicode, to others', () => {
    expect(encodeJson('长'.repeat(5000), HEAD)).toBeNull();
    expect(
      encodeJson(
        Array.from({ length: 5000 }, (_, at) => at),
        HEAD,
      ),
    ).toBeNull();
    expect(encodeJson({ a: 'half \ud83d of a pair' }, HEAD)).toBeNull();
    expect(encodeJson({ '\udc00': 1 }, HEAD)).toBeNull();
  });

  it('never runs over its room, wherever the end comes', () => {
    for (let length = 1300; length < 1400; length++) {
      for (const tail of [uuid, '2026-11-21T05:43:16.953Z', 123456789012, 0.1, 'abc', [], { a: 1 }]) {
        const value = ['x'.repeat(length), 'y'.repeat(length), 'z'.repeat(length), tail];
        expect(encodeJson(value, HEAD) === null || comesBack(value)).toBe(true);
      }
    }
  });

  it('refuses bytes that nobody has encoded', () => {
    const bytes = there({ type: 'flowTaken', flowId: 'a>b', scopeId: null });
    for (let length = 0; length < bytes.length; length++) expect(() => decodeJson(bytes.subarray(0, length))).toThrow('cannot be read');
    expect(() => decodeJson(Buffer.from([12]))).toThrow('cannot be read');
    expect(() => decodeJson(Buffer.from([255]))).toThrow('cannot be read');
  });
});

describe('the tables of the encoding', () => {
  it('never change: what was written with them can only be read with them; new entries go to the end', () => {
    expect(hash('sha256', journalWords.slice(0, 80).join(' '))).toBe('921aacd1f20ec922879b0cf011eab14d281fbdfb8ea531abb0d8124939a15e3e');
    expect(
      hash(
        'sha256',
        journalShapes
          .slice(0, 56)
          .map((keys) => keys.join(' '))
          .join('\n'),
      ),
    ).toBe('910097c37b9baf647c755a75f30cec9f2ca53b615be9db1501296c53c7811db8');
  });

  it('fit their bytes, and say nothing twice', () => {
    expect(journalWords.length).toBeLessThanOrEqual(80);
    expect(new Set(journalWords).size).toBe(journalWords.length);
    expect(new Set(journalShapes.map((keys) => keys.join(' '))).size).toBe(journalShapes.length);
  });
});
