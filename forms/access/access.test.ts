import { describe, expect, it } from 'vitest';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { columnOf, fieldOf, formOf } from '../testing/sample';
import { effectiveAccess } from './access';
import { maskValues } from './mask';
import { applyPatch, checkWrite, strip } from './write';

const name = fieldOf('姓名', { type: 'text' });
const card = fieldOf('银行卡', { type: 'text' });
const secret = fieldOf('底价', { type: 'number', scale: 2 });
const note = fieldOf('备注', { type: 'text' });
const price = columnOf('单价', { type: 'number', scale: 2 });
const quantity = columnOf('数量', { type: 'number', scale: 2, default: { kind: 'value', value: '1' } });
const total = columnOf('小计', { type: 'formula', expression: '单价 * 数量', result: { type: 'number', scale: 2 } });
const cost = columnOf('成本', { type: 'number', scale: 2 });
const lines = fieldOf('明细', { type: 'subTable', columns: [price, quantity, total, cost], totals: [] });
const schema = formOf([name, card, secret, note, lines]);

const [r1, r2, r3] = [newId(), newId(), newId()];
const before = {
  姓名: '王敏',
  银行卡: '6222021234567890',
  底价: '88.00',
  备注: null,
  明细: [
    { _id: r1, 单价: '10', 数量: '2', 小计: '20.00', 成本: '7' },
    { _id: r2, 单价: '5', 数量: '1', 小计: '5.00', 成本: '3' },
  ],
};
const access = (rows: FieldAccess['rows'] = {}): FieldAccess => ({
  default: 'read',
  fields: { [card.id]: 'masked', [secret.id]: 'hidden', [note.id]: 'edit', [lines.id]: 'edit', [quantity.id]: 'edit', [cost.id]: 'hidden' },
  rows,
});
const noRows = { [lines.id]: { add: false, remove: false, reorder: false } };
const refusals = (patch: object, matrix = access()) =>
  checkWrite(schema, matrix, before, patch as never).map((issue) => [issue.code, issue.path]);

describe('the access matrix', () => {
  it('gives what is not named the default, and never lets computed fields be edited', () => {
    const { fields } = effectiveAccess(schema, { default: 'edit', fields: {}, rows: {} });
    expect([fields[name.id], fields[total.id]]).toEqual(['edit', 'read']);
  });

  it('hides, masks or closes the columns with their sub-table', () => {
    const level = (table: 'hidden' | 'masked' | 'read', fields: FieldAccess['fields'] = {}) =>
      effectiveAccess(schema, { default: 'edit', fields: { ...fields, [lines.id]: table }, rows: {} }).fields[price.id];
    expect([
      level('hidden', { [price.id]: 'edit' }),
      level('masked', { [price.id]: 'edit' }),
      level('read'),
      level('read', { [price.id]: 'edit' }),
    ]).toEqual(['hidden', 'masked', 'read', 'edit']);
  });

  it('gives all row operations with an editable sub-table, unless it says which', () => {
    const rights = (rows: FieldAccess['rows'], table: 'edit' | 'read') =>
      effectiveAccess(schema, { default: 'read', fields: { [lines.id]: table }, rows }).rows[lines.id];
    expect(rights({}, 'edit')).toEqual({ add: true, remove: true, reorder: true });
    expect(rights({}, 'read')).toEqual({ add: false, remove: false, reorder: false });
    expect(rights({ [lines.id]: { add: true, remove: false, reorder: false } }, 'read')).toEqual({
      add: true,
      remove: false,
      reorder: false,
    });
  });
});

describe('masking', () => {
  it('sends neither hidden fields nor hidden columns, and of masked ones four characters', () => {
    expect(maskValues(schema, access(), { ...before, 别的: 'x' })).toEqual({
      姓名: '王敏',
      银行卡: '****7890',
      备注: null,
      明细: [
        { _id: r1, 单价: '10', 数量: '2', 小计: '20.00' },
        { _id: r2, 单价: '5', 数量: '1', 小计: '5.00' },
      ],
    });
  });

  it('shows nothing of what is short or not text', () => {
    const all: FieldAccess = {
      default: 'read',
      fields: Object.fromEntries([name, card, secret, note, lines].map((field) => [field.id, 'masked'])),
      rows: {},
    };
    expect(maskValues(schema, all, { ...before, 银行卡: '1234567' })).toMatchObject({
      姓名: '****',
      银行卡: '****',
      底价: '****',
      备注: null,
      明细: [{ _id: r1, 单价: '****' }, {}],
    });
  });
});

describe('checking a write', () => {
  it('takes what the matrix lets this activity write', () => {
    expect(
      refusals({
        备注: '加急',
        明细: [
          { _id: r1, 数量: '3' },
          { _id: r2, 数量: '1' },
        ],
      }),
    ).toEqual([]);
  });

  it('refuses unknown keys, read-only, masked and hidden fields, by name', () => {
    expect(refusals({ created_by: 'x', 姓名: '李卓', 银行卡: '6222020000000000', 底价: '1' })).toEqual([
      ['FIELD_UNKNOWN', 'created_by'],
      ['FIELD_READONLY', '姓名'],
      ['FIELD_READONLY', '银行卡'],
      ['FIELD_READONLY', '底价'],
    ]);
  });

  it('takes back unchanged what it showed, but does not say whether a hidden value was guessed', () => {
    expect(refusals({ 姓名: '王敏', 银行卡: '****7890' })).toEqual([]);
    expect(refusals({ 底价: '88.00' })).toEqual([['FIELD_READONLY', '底价']]);
    expect(refusals({ 银行卡: '6222021234567890' })).toEqual([['FIELD_READONLY', '银行卡']]);
  });

  it('refuses columns outside of the matrix, in rows that were there and in new ones', () => {
    const sent = [
      { _id: r1, 单价: '11', 数量: '2' },
      { _id: r2, 成本: '3' },
      { _id: r3, 单价: '1', 数量: '4', 别的: 1 },
    ];
    expect(refusals({ 明细: sent })).toEqual([
      ['FIELD_READONLY', '明细[0].单价'],
      ['FIELD_READONLY', '明细[1].成本'],
      ['FIELD_READONLY', '明细[2].单价'],
      ['FIELD_UNKNOWN', '明细[2].别的'],
    ]);
  });

  it('refuses row operations outside of the matrix', () => {
    const [first, second] = [
      { _id: r1, 数量: '2' },
      { _id: r2, 数量: '1' },
    ];
    expect(refusals({ 明细: [first, second, { _id: r3, 数量: '1' }] }, access(noRows))).toEqual([['FIELD_READONLY', '明细[2]']]);
    expect(refusals({ 明细: [first] }, access(noRows))).toEqual([['FIELD_READONLY', '明细']]);
    expect(refusals({ 明细: [second, first] }, access(noRows))).toEqual([['FIELD_READONLY', '明细']]);
    expect(refusals({ 明细: [first, second] }, access(noRows))).toEqual([]);
    expect(refusals({ 明细: [second, { _id: r3, 数量: '9' }] })).toEqual([]);
  });

  it('refuses what is no list of rows', () => {
    expect(refusals({ 明细: 'x' })).toEqual([['FIELD_TYPE', '明细']]);
    expect(refusals({ 明细: [{ 数量: '1' }] })).toEqual([['FIELD_TYPE', '明细[0]._id']]);
  });
});

describe('applying a patch', () => {
  it('keeps what this person did not see, inside of rows too', () => {
    const after = applyPatch(schema, access(), before, {
      备注: '加急',
      底价: '1',
      小偷: 'x',
      明细: [
        { _id: r2, 单价: '999', 数量: '4', 成本: '0' },
        { _id: r3, 数量: '8' },
      ],
    });
    expect(after).toEqual({
      ...before,
      备注: '加急',
      明细: [
        { ...before.明细[1], 数量: '4' },
        { _id: r3, 单价: null, 数量: '8', 小计: null, 成本: null },
      ],
    });
  });
});

describe('stripping', () => {
  it('leaves only what this person can send', () => {
    expect(strip(schema, access(), { ...before, 别的: 1 })).toEqual({
      备注: null,
      明细: [
        { _id: r1, 数量: '2' },
        { _id: r2, 数量: '1' },
      ],
    });
  });
});
