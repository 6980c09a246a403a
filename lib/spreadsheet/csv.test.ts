import { describe, expect, it } from 'vitest';
import { parseCsv, writeCsv } from './csv';
import { readingFormula } from './formula';
import { toTable } from './table';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);

describe('comma-separated text', () => {
  it('is written for Excel: marked as UTF-8, quoted where needed, without anything that would run', () => {
    expect(
      text(
        writeCsv({
          columns: ['姓名', '备注'],
          rows: [
            ['王敏', 'a,"b"\nc'],
            ['=1+1', '-5'],
          ],
        }),
      ),
    ).toBe('\ufeff姓名,备注\r\n王敏,"a,""b""\nc"\r\n\'=1+1,-5\r\n');
  });

  it('reads back what it wrote', () => {
    const rows = [
      ['王敏', '', ' lead'],
      ['a"b', 'x;y', 'line\r\nbreak'],
      ['=cmd', '@x', '\ttab'],
    ];
    const table = toTable(parseCsv(writeCsv({ columns: ['a', 'b', 'c'], rows })));
    expect(table.rows.map((row) => row.map(readingFormula))).toEqual(rows);
  });

  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1;"2;3"\r\n',
      [
        ['a', 'b'],
        ['1', '2;3'],
      ],
    ],
    [
      'a\tb\r1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b,\n1,2,',
      [
        ['a', 'b', ''],
        ['1', '2', ''],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', []],
  ])('separates by what the first line has most of: %j', (given, rows) => {
    expect(parseCsv(bytes(given))).toEqual(rows);
  });

  it('is read in the encoding that Chinese Excel writes', () => {
    expect(parseCsv(Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x61]))).toEqual([['姓名', 'a']]);
  });

  it('is refused when a quotation mark is left open, when text stands behind a quoted cell, or when it is no text', () => {
    expect(() => parseCsv(bytes('a,"b'))).toThrow('BODY_INVALID');
    expect(() => parseCsv(bytes('"a"b,c'))).toThrow('BODY_INVALID');
    expect(() => parseCsv(Uint8Array.from([0xff, 0xff, 0xff]))).toThrow('BODY_ENCODING');
  });
});

describe('a table', () => {
  it('loses empty rows and columns at its end, and has every row as wide as its head', () => {
    expect(toTable([['a ', 'b', '', ' '], ['1'], ['', ''], ['2', '3', '4'], ['', ' ']])).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', ''],
        ['', ''],
        ['2', '3'],
      ],
    });
  });

  it('has limits', () => {
    const limits = { bytes: 100, rows: 2, columns: 2, cellLength: 3 };
    expect(() => toTable([], limits)).toThrow('FILE_EMPTY');
    expect(() => toTable([['', '']], limits)).toThrow('FILE_EMPTY');
    expect(() => toTable([['a', 'b', 'c']], limits)).toThrow('FIELD_LIMIT');
    expect(() => toTable([['a'], ['1'], ['2'], ['3']], limits)).toThrow('FIELD_LIMIT');
    expect(() => toTable([['a'], ['1234']], limits)).toThrow('FIELD_LIMIT');
    expect(toTable([['a'], ['1'], ['2'], [''], ['']], limits).rows).toHaveLength(2);
  });
});
