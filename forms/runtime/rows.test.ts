import { describe, expect, it } from 'vitest';
import { noLookups } from '../fields/config';
import { columnOf, fieldOf } from '../testing/sample';
import type { SubTableField } from '../schema/schema';
import { readPaste } from './paste';
import { RowStore } from './row-store';
import { totalsOf } from './totals';
import { parseTsv } from './tsv';

const env = { locale: 'zh' as const, timeZone: 'Asia/Shanghai', lookups: noLookups };
const name = columnOf('名称', { type: 'text' });
const price = columnOf('单价', { type: 'money', currency: 'CNY' });
const quantity = columnOf('数量', { type: 'number', scale: 2 });
const columns = [name, price, quantity];

describe('what a spreadsheet puts on the clipboard', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\nb', [['a'], ['b']]],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['5" pipe\tx', [['5" pipe', 'x']]],
    ['"5 pipe\tx', [['"5 pipe', 'x']]],
    ['', [['']]],
    ['\t', [['', '']]],
  ])('%j is read cell by cell', (text, expected) => {
    expect(parseTsv(text)).toEqual(expected);
  });

  it('goes into the columns from the active one on, and is exact', () => {
    const { rows, headed } = readPaste(parseTsv('茶具\t¥1,234.50\t３\n礼盒\t(12.00)\t0.1'), columns, 0, env);
    expect(headed).toBe(false);
    expect(rows.map((row) => row.map((cell) => cell.ok && cell.value))).toEqual([
      ['茶具', { amount: '1234.50', currency: 'CNY' }, '3'],
      ['礼盒', { amount: '-12.00', currency: 'CNY' }, '0.1'],
    ]);
  });

  it('goes by the names of the columns when the first line has them', () => {
    const { rows, headed } = readPaste(parseTsv('数量\t名称 *\n2\t茶具'), columns, 1, env);
    expect(headed).toBe(true);
    expect(rows[0]?.map((cell) => [cell.column.key, cell.text])).toEqual([
      ['数量', '2'],
      ['名称', '茶具'],
    ]);
  });

  it('counts what is beyond the columns', () => {
    expect(readPaste(parseTsv('茶具\t1\t2\t多余\t\n礼盒\t1\t2'), columns, 0, env).surplus).toBe(1);
  });

  it('reports each cell that its column refuses, and passes over empty lines', () => {
    const { rows } = readPaste(parseTsv('茶具\tabc\t1.234\n\t\t\n礼盒\t5\t1'), columns, 0, env);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.map((cell) => (cell.ok ? 'ok' : `${cell.finding.code} ${cell.text}`))).toEqual([
      'ok',
      'FIELD_NUMBER abc',
      'FIELD_PRECISION 1.234',
    ]);
  });
});

describe('rows while they are edited', () => {
  const rows = [
    { _id: 'a', 名称: '甲' },
    { _id: 'b', 名称: '乙' },
    { _id: 'c', 名称: '丙' },
  ];
  const order = (store: RowStore) => store.rows.map((row) => row._id).join('');

  it('keep their identity when another row changes', () => {
    const store = new RowStore(rows);
    store.setCell('b', '名称', '新');
    expect(store.rows[0]).toBe(rows[0]);
    expect(store.rows[1]).toEqual({ _id: 'b', 名称: '新' });
  });

  it('are added, removed and moved, and each act is told once', () => {
    const store = new RowStore(rows);
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.move('a', 2);
    expect(order(store)).toBe('bca');
    store.move('a', -5);
    expect(order(store)).toBe('abc');
    store.move('c', 0);
    expect(order(store)).toBe('cab');
    store.insert([{ _id: 'd' }, { _id: 'e' }], 1);
    expect(order(store)).toBe('cdeab');
    store.remove('e');
    store.setCells(
      new Map([
        ['a', { 名称: 'x' }],
        ['b', { 名称: 'y' }],
      ]),
    );
    expect(told).toBe(6);
    store.move('c', 0);
    expect(told).toBe(6);
    stop();
    store.remove('a');
    expect(told).toBe(6);
  });
});

describe('totals under a sub-table', () => {
  const table = (kind: SubTableField['totals'][number]['kind'], column = price) =>
    fieldOf('明细', { type: 'subTable', columns, totals: [{ columnId: column.id, kind }] }) as SubTableField;
  const rows = ['0.1', '0.2', '10'].map((amount, index) => ({
    _id: String(index),
    单价: { amount, currency: 'CNY' },
    名称: index === 0 ? null : 'x',
  }));
  const value = (kind: SubTableField['totals'][number]['kind'], column = price) =>
    totalsOf(table(kind, column), [...rows, { _id: 'blank', 单价: null }])[0]?.value;

  it('are exact and pass over blanks', () => {
    expect([value('sum'), value('average'), value('min'), value('max')].map((total) => (total as { amount: string }).amount)).toEqual([
      '10.3',
      '3.43',
      '0.1',
      '10',
    ]);
    expect([value('count'), value('count', name)]).toEqual([3, 2]);
  });

  it('of no rows are zero, or nothing', () => {
    expect(totalsOf(table('sum'), [])[0]?.value).toEqual({ amount: '0', currency: 'CNY' });
    expect(totalsOf(table('max'), [])[0]?.value).toBeNull();
  });
});
