import fc from 'fast-check';

/** Stands for a piece of JSON that JSON.stringify would never write; `rawJson` puts it in. */
const RAW = { huge: '\u0001raw-huge', minusHuge: '\u0001raw-minus', long: '\u0001raw-long' } as const;
const RAW_JSON: Readonly<Record<string, string>> = {
  [RAW.huge]: '1e999',
  [RAW.minusHuge]: '-1e999',
  [RAW.long]: '123456789012345678901234567890.12345678901234567890',
};

/** JSON text with numbers that no JavaScript value stands for. */
export function rawJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return Object.entries(RAW_JSON).reduce((json, [mark, raw]) => json.replaceAll(JSON.stringify(mark), raw), text);
}

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

const strings = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'a\u001bb',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\uffff',
  '\u200b',
  'a\u202eb',
  `e${'\u0301'.repeat(200)}`,
  '𠮷👩‍👩‍👧‍👦',
  '__proto__',
  'constructor',
  '\'; drop table portal."user"; --',
  '1 OR 1=1',
  '%',
  '_\\',
  '(select pg_sleep(5))',
  '{{7*7}}',
  '<script>__x()</script>',
  '../../etc/passwd',
  'javascript:alert(1)',
  'x'.repeat(101),
  'x'.repeat(5_000),
  '长'.repeat(40_000),
  'now',
  'infinity',
  'NaN',
  '1e400',
  '0x10',
  '007',
  '-0',
  '１２',
  '99999999999999999999999999.99',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '10000-01-01',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-11-21T24:00:00Z',
  '2026-11-21T04:00:00+23:59',
  'P1000000Y',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '019c0000-0000-7000-8000-000000000000',
  '{"a":1}',
  'W10',
];
const tame = [
  'a',
  'ab',
  'a-1',
  'Text',
  '名称',
  'name@example.com',
  'https://core.example.com/api',
  '/path?x={x}',
  '2026-11-21',
  '2026-11-21T04:00:00.000Z',
  '2027-11-21T04:00:00.000Z',
  'Asia/Shanghai',
  'GET',
  'x-key',
  'YQ==',
  '1 + 1',
  'today()',
  'PT1H',
];
const numbers = [0, -1, 1, 2, 3, 10, 100, 1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, 2 ** 53 + 2, -(2 ** 31) - 1, 1e308, -0, 5e-324];

/** Every single value that may pass for a field somewhere. */
export const tamest: readonly unknown[] = [...tame, ...strings, ...numbers, RAW.huge];

/** Values that no page of ours sends. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...strings),
  fc.constantFrom<unknown>(...numbers, ...Object.values(RAW)),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    [],
    {},
    [null],
    [[]],
    { a: 1 },
    nested(20),
    nested(61),
    { length: 3, 0: 'a' },
    Array(2_000).fill(0),
  ),
  fc.constant(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);
