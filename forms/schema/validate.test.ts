import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { columnOf, fieldOf, formOf, tripForm } from '../testing/sample';
import type { Field, FormSchema } from './schema';
import { validateValues } from './validate';
import { fieldsOf } from './walk';

const options = { now: '2026-11-21T02:00:00.000Z' };
const choices = ['a', 'b'].map((id) => ({ id, label: { zh: id, en: id } }));
const retired = [...choices, { id: 'old', label: { zh: '旧', en: 'old' }, retired: true }];

function issuesOf(
  schema: FormSchema,
  values: Record<string, Json>,
  more: Partial<Parameters<typeof validateValues>[2]> = {},
): [string, string][] {
  const result = validateValues(schema, values, { ...options, ...more });
  return result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]);
}

function codeOf(field: Field, value: Json, more: Partial<Parameters<typeof validateValues>[2]> = {}): string {
  return issuesOf(formOf([field]), { [field.key]: value }, more)[0]?.[0] ?? 'ok';
}

function storedOf(field: Field, value: Json): Json | undefined {
  const result = validateValues(formOf([field]), { [field.key]: value }, options);
  return result.ok ? result.values[field.key] : undefined;
}

const oneOfEach: Field[] = [
  fieldOf('文本', { type: 'text' }),
  fieldOf('长文', { type: 'textarea' }),
  fieldOf('整数', { type: 'integer' }),
  fieldOf('数字', { type: 'number', scale: 2 }),
  fieldOf('金额', { type: 'money', currency: 'CNY' }),
  fieldOf('比例', { type: 'percentage', scale: 4 }),
  fieldOf('日期', { type: 'date' }),
  fieldOf('时间', { type: 'time' }),
  fieldOf('时刻', { type: 'dateTime' }),
  fieldOf('区间', { type: 'dateRange' }),
  fieldOf('单选', { type: 'select', options: choices }),
  fieldOf('多选', { type: 'multiSelect', options: choices }),
  fieldOf('圆钮', { type: 'radio', options: choices }),
  fieldOf('方框', { type: 'checkbox', options: choices }),
  fieldOf('开关', { type: 'switch' }),
  fieldOf('人', { type: 'user', multiple: false }),
  fieldOf('人们', { type: 'user', multiple: true }),
  fieldOf('部门', { type: 'department', multiple: false }),
  fieldOf('文件', { type: 'file', maxCount: 2, maxSizeMb: 1, formats: [] }),
  fieldOf('图片', { type: 'image', maxCount: 2, maxSizeMb: 1 }),
  fieldOf('明细', { type: 'subTable', columns: [columnOf('列', { type: 'text' })], totals: [] }),
];

describe('validating what was submitted', () => {
  describe('U01: a value of another kind', () => {
    const accepted: Partial<Record<Field['type'], string[]>> = {
      integer: ['number', 'text'],
      number: ['number', 'text'],
      percentage: ['number', 'text'],
      switch: ['boolean'],
      subTable: ['list'],
      multiSelect: ['list'],
      checkbox: ['list'],
      file: ['list'],
      image: ['list'],
      user: ['list'],
    };
    const samples: [string, Json][] = [
      ['number', 7],
      ['boolean', true],
      ['list', [{}]],
      ['object', { x: 1 }],
      ['nested list', [['x']]],
    ];
    for (const field of oneOfEach) {
      it(`is refused for ${field.key} (${field.type})`, () => {
        const refusedKinds = samples.filter(([kind]) => !accepted[field.type]?.includes(kind));
        expect(refusedKinds.filter(([, sample]) => codeOf(field, sample) === 'ok')).toEqual([]);
      });
    }
  });

  it('U02: missing, spaces and what nobody sees are all missing', () => {
    const field = fieldOf('事由', { type: 'text', required: true });
    expect(['', '  ', '\u200b\u200b', '\u3000', '\ufeff', null].map((value) => codeOf(field, value))).toEqual(
      Array(6).fill('FIELD_REQUIRED'),
    );
    expect(issuesOf(formOf([field]), {})).toEqual([['FIELD_REQUIRED', '事由']]);
    expect(codeOf(field, '\u200b', { partial: true })).toBe('ok');
  });

  it('U03, U26: unknown keys, system columns and names of the prototype', () => {
    const schema = formOf([
      fieldOf('甲', { type: 'text' }),
      fieldOf('明细', { type: 'subTable', columns: [columnOf('列', { type: 'text' })], totals: [] }),
    ]);
    for (const key of ['created_by', '__proto__', 'constructor', 'toString']) {
      expect(issuesOf(schema, JSON.parse(`{${JSON.stringify(key)}: "x"}`) as Record<string, Json>)).toEqual([['FIELD_UNKNOWN', key]]);
      expect(issuesOf(schema, { 明细: [JSON.parse(`{"_id":"${newId()}",${JSON.stringify(key)}:"x"}`) as Json] })).toEqual([
        ['FIELD_UNKNOWN', `明细[0].${key}`],
      ]);
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(codeOf(fieldOf('金额', { type: 'money', currency: 'CNY' }), { amount: '1', currency: 'CNY', rate: '2' })).toBe('FIELD_UNKNOWN');
  });

  it('U05: only offered options, but one that was chosen before it was retired may stay', () => {
    const field = fieldOf('类别', { type: 'select', options: retired });
    expect([codeOf(field, 'a'), codeOf(field, 'zzz'), codeOf(field, 'old')]).toEqual(['ok', 'FIELD_OPTION', 'FIELD_OPTION']);
    expect(codeOf(field, 'old', { before: { 类别: 'old' } })).toBe('ok');
    expect(codeOf(fieldOf('多', { type: 'multiSelect', options: retired }), ['a', 'a'])).toBe('FIELD_OPTION');
  });

  it('U06–U10: what no text may hold, and what it may', () => {
    const line = fieldOf('文本', { type: 'text' });
    const lines = fieldOf('长文', { type: 'textarea' });
    expect(['a\u0000b', 'a\u0007', 'a\u001b[0m', 'a\u0085', 'a\tb', 'a\nb'].map((value) => codeOf(line, value))).toEqual(
      Array(6).fill('TEXT_CONTROL_CHAR'),
    );
    expect(['a\u0000b', 'a\u000c'].map((value) => codeOf(lines, value))).toEqual(['TEXT_CONTROL_CHAR', 'TEXT_CONTROL_CHAR']);
    expect(codeOf(lines, 'a\tb\r\nc')).toBe('ok');
    expect(['\ud800', 'a\udc00b'].map((value) => codeOf(line, value))).toEqual(['TEXT_INVALID_UNICODE', 'TEXT_INVALID_UNICODE']);
    for (const value of ['\ufeffBOM', 'a\ufffe', 'a\uffff', 'RTL \u202e txt', '\u2066iso\u2069', '👨‍👩‍👧‍👦', '𠮷'])
      expect(storedOf(line, value)).toBe(value);
  });

  it('U11, U14, U15: length counts characters', () => {
    const field = fieldOf('文本', { type: 'text', minLength: 2, maxLength: 100 });
    expect(codeOf(field, '😀'.repeat(100))).toBe('ok');
    expect([codeOf(field, '😀'.repeat(101)), codeOf(field, '𠮷'), codeOf(field, `e${'\u0301'.repeat(60)}`)]).toEqual(
      Array(3).fill('FIELD_LENGTH'),
    );
    expect(codeOf(fieldOf('长文', { type: 'textarea' }), `e${'\u0301'.repeat(10_000)}`)).toBe('FIELD_LENGTH');
    expect(codeOf(fieldOf('默认', { type: 'text' }), 'x'.repeat(1001))).toBe('FIELD_LENGTH');
  });

  it('U16–U20: numbers are exact or refused', () => {
    const field = fieldOf('数字', { type: 'number', scale: 2 });
    for (const value of ['1e400', 'NaN', 'Infinity', '-0', '007', '1e3', '１２', '1,5', '0x10', '+1', '1.', '.5', ' 1'])
      expect([value, codeOf(field, value)]).toEqual([value, 'FIELD_NUMBER']);
    expect(codeOf(field, 2 ** 53 + 2)).toBe('FIELD_PRECISION');
    expect(codeOf(field, '0.10000000000000000001')).toBe('FIELD_PRECISION');
    expect([storedOf(field, '9007199254740993.01'), storedOf(field, 12.5)]).toEqual(['9007199254740993.01', '12.5']);
    expect(codeOf(fieldOf('数字', { type: 'number', scale: 2, min: '0', max: '10.5' }), '10.51')).toBe('FIELD_RANGE');
    const money = fieldOf('金额', { type: 'money', currency: 'CNY' });
    expect(storedOf(money, { amount: '99999999999999999.99', currency: 'CNY' })).toEqual({
      amount: '99999999999999999.99',
      currency: 'CNY',
    });
    expect([
      codeOf(money, { amount: '1', currency: 'USD' }),
      codeOf(money, { amount: '1.001', currency: 'CNY' }),
      codeOf(money, { amount: '1'.repeat(32), currency: 'CNY' }),
    ]).toEqual(['FIELD_OPTION', 'FIELD_PRECISION', 'FIELD_RANGE']);
    const integer = fieldOf('整数', { type: 'integer' });
    expect([codeOf(integer, 1.5), codeOf(integer, 2 ** 53), codeOf(integer, '9007199254740993'), storedOf(integer, '12')]).toEqual([
      'FIELD_PRECISION',
      'FIELD_PRECISION',
      'FIELD_PRECISION',
      12,
    ]);
  });

  it('U21–U24: dates of the calendar, in order', () => {
    const date = fieldOf('日期', { type: 'date' });
    for (const value of [
      'infinity',
      'now',
      'tomorrow',
      'epoch',
      '2026-02-30',
      '0000-01-01',
      '10000-01-01',
      '2026-1-1',
      '2026-11-21T00:00:00Z',
    ])
      expect([value, codeOf(date, value)]).toEqual([value, 'FIELD_DATE']);
    expect(storedOf(date, '2024-02-29')).toBe('2024-02-29');
    const time = fieldOf('时间', { type: 'time' });
    expect(['23:59:60', '24:00', '7:5'].map((value) => codeOf(time, value))).toEqual(Array(3).fill('FIELD_DATE'));
    expect([storedOf(time, '09:30:00'), storedOf(time, '09:30:15')]).toEqual(['09:30', '09:30:15']);
    const moment = fieldOf('时刻', { type: 'dateTime' });
    expect(storedOf(moment, '2026-11-21T10:00:00+08:00')).toBe('2026-11-21T02:00:00.000Z');
    expect(['2026-11-21T10:00:00', '2026-02-30T10:00:00Z', '2026-11-21'].map((value) => codeOf(moment, value))).toEqual(
      Array(3).fill('FIELD_DATE'),
    );
    const range = fieldOf('区间', { type: 'dateRange' });
    expect([codeOf(range, { start: '2026-02-02', end: '2026-02-01' }), codeOf(range, { start: '2026-02-02', end: null })]).toEqual([
      'FIELD_RANGE',
      'FIELD_DATE',
    ]);
  });

  it('U28: too many, not a list, rows without an id or with the same one', () => {
    const table = fieldOf('明细', { type: 'subTable', columns: [columnOf('列', { type: 'text' })], totals: [], maxRows: 3 });
    const rows = Array.from({ length: 4 }, () => ({ _id: newId(), 列: 'x' }));
    expect([
      codeOf(table, rows),
      codeOf(table, { 0: {} }),
      codeOf(table, [{ 列: 'x' }]),
      codeOf(table, [rows[0] ?? null, rows[0] ?? null]),
    ]).toEqual(['FIELD_LIMIT', 'FIELD_TYPE', 'FIELD_TYPE', 'FIELD_TYPE']);
    expect(codeOf(fieldOf('人们', { type: 'user', multiple: true }), Array.from({ length: 501 }, newId))).toBe('FIELD_LIMIT');
    expect(codeOf(fieldOf('文件', { type: 'file', maxCount: 1, maxSizeMb: 1, formats: [] }), [newId(), newId()])).toBe('FIELD_LIMIT');
  });

  it('U29: an id that is none', () => {
    expect(['me', '1 OR 1=1', `${newId()} `].map((value) => codeOf(fieldOf('人', { type: 'user', multiple: false }), value))).toEqual(
      Array(3).fill('FIELD_REF'),
    );
  });

  it('names the row and the column of what is wrong in a sub-table', () => {
    const rows = [
      { _id: newId(), 费用类别: '机票', 单价: { amount: '1', currency: 'CNY' }, 数量: '1' },
      { _id: newId(), 费用类别: '', 单价: null, 数量: '0' },
    ];
    const values = { 出差事由: '拜访客户', 日期: { start: '2026-12-07', end: '2026-12-11' }, 预算明细: rows };
    expect(issuesOf(tripForm(), values)).toEqual([['FIELD_RANGE', '预算明细[1].数量']]);
    expect(issuesOf(tripForm(), { ...values, 预算明细: [rows[0] ?? null, { ...rows[1], 数量: '2' }] })).toEqual([
      ['FIELD_REQUIRED', '预算明细[1].费用类别'],
      ['FIELD_REQUIRED', '预算明细[1].单价'],
    ]);
  });

  it('never takes what is computed from input', () => {
    const schema = tripForm();
    const values = {
      出差事由: '拜访客户',
      日期: { start: '2026-12-07', end: '2026-12-11' },
      天数: '99',
      申请金额: { amount: '1', currency: 'CNY' },
      预算明细: [
        { _id: newId(), 费用类别: '机票', 单价: { amount: '1680', currency: 'CNY' }, 数量: '3', 小计: { amount: '1', currency: 'CNY' } },
      ],
    };
    const result = validateValues(schema, values, options);
    expect(result.ok && result.values).toMatchObject({
      天数: '5',
      申请金额: { amount: '5040.00', currency: 'CNY' },
      车牌号: null,
      预算明细: [{ 小计: { amount: '5040.00', currency: 'CNY' } }],
    });
  });

  it('does not submit what a condition hides, and does not ask for it', () => {
    const schema = tripForm();
    const values = {
      出差事由: '拜访客户',
      日期: { start: '2026-12-07', end: '2026-12-11' },
      交通方式: 'plane',
      车牌号: '沪A12345',
      预算明细: [{ _id: newId(), 费用类别: '机票', 单价: { amount: '1', currency: 'CNY' }, 数量: '1' }],
    };
    const submitted = (more: object) => {
      const result = validateValues(schema, { ...values, ...more }, options);
      return result.ok ? result.values.车牌号 : result.issues;
    };
    expect(submitted({})).toBeNull();
    expect(submitted({ 交通方式: 'car' })).toBe('沪A12345');
    expect(submitted({ 交通方式: 'car', 车牌号: '' })).toEqual([{ code: 'FIELD_REQUIRED', path: '车牌号' }]);
    const kept = validateValues(schema, values, { ...options, before: { ...values, 车牌号: '苏B00001' } });
    expect(kept.ok && kept.values.车牌号).toBe('苏B00001');
  });

  it("keeps to the author's rules: an error refuses, a warning is told, a blank breaks nothing", () => {
    const message = { zh: '结束晚于开始', en: 'The end comes after the start' };
    const field = fieldOf('数量', {
      type: 'number',
      scale: 0,
      rules: [
        { expression: '数量 > 3', message, level: 'error' },
        { expression: '数量 < 10', message, level: 'warning' },
      ],
    });
    expect([codeOf(field, '1'), codeOf(field, '5'), codeOf(field, null)]).toEqual(['FIELD_RULE', 'ok', 'ok']);
    const warned = validateValues(formOf([field]), { 数量: '11' }, options);
    expect(warned).toMatchObject({ ok: true, warnings: [{ code: 'FIELD_RULE', path: '数量', params: { zh: message.zh } }] });
  });

  it('checks dates against bounds that are computed', () => {
    const field = fieldOf('还款日期', { type: 'date', min: 'today()' });
    expect([codeOf(field, '2026-11-21'), codeOf(field, '2026-11-20')]).toEqual(['ok', 'FIELD_RANGE']);
    // In Shanghai it is already the 22nd.
    expect(codeOf(field, '2026-11-21', { now: '2026-11-21T17:00:00.000Z' })).toBe('FIELD_RANGE');
  });

  it('asks only for what this activity lets the person write', () => {
    const a = fieldOf('甲', { type: 'text', required: true });
    const b = fieldOf('乙', { type: 'text', minLength: 5 });
    const access = { fields: { [a.id]: 'read', [b.id]: 'required' }, default: 'hidden', rows: {} } as const;
    expect(issuesOf(formOf([a, b]), { 甲: null }, { access })).toEqual([['FIELD_REQUIRED', '乙']]);
    // What others wrote under other rules is not this person's to repair.
    const other = { fields: { [b.id]: 'read' }, default: 'edit', rows: {} } as const;
    expect(issuesOf(formOf([a, b]), { 甲: 'x', 乙: 'ab' }, { access: other })).toEqual([]);
  });

  it('asks for the rows that a sub-table must have', () => {
    const table = fieldOf('明细', { type: 'subTable', columns: [columnOf('列', { type: 'text' })], totals: [], minRows: 2 });
    expect(codeOf(table, [{ _id: newId(), 列: 'x' }])).toBe('FIELD_LIMIT');
    expect(fieldsOf(formOf([table]))).toHaveLength(1);
  });

  it.each<[string, Extract<Field, { type: 'text' }>['pattern'], string[], string[]]>([
    [
      'phone',
      { preset: 'phone' },
      ['13800138000', '021-62881234', '0571-87651234', '400-820-8820', '+1 415 555 2671', '+86 138 0013 8000', '010-62881234'],
      ['1380013800', '12800138000', '+0123456', '电话', '62881234'],
    ],
    [
      'email',
      { preset: 'email' },
      ['wang.min@example.com', 'a+b@sub.例子.中国'],
      ['a@b', '@example.com', 'a b@example.com', 'a..b@example.com', 'a@-x.com'],
    ],
    [
      'idCard',
      { preset: 'idCard' },
      ['11010519491231002X', '11010519491231002x', '440524188001010014'],
      ['110105194912310021', '11010519491331002X', '110105491231002'],
    ],
    [
      'creditCode',
      { preset: 'creditCode' },
      ['91350100M000100Y43', '91110000802100433B'],
      ['91350100M000100Y44', '9135010OM000100Y43', '91350100M000100Y4'],
    ],
    ['postcode', { preset: 'postcode' }, ['200000'], ['20000', '2000000', '20000a']],
    [
      'bankCard',
      { preset: 'bankCard' },
      ['6222021234567890128', '4111111111111111'],
      ['4111111111111112', '0000000000000000', '4111 1111 1111 1111'],
    ],
    [
      'url',
      { preset: 'url' },
      ['https://example.com/a?b=c', 'http://例子.中国'],
      ['javascript:alert(1)', 'example.com', 'ftp://example.com', 'https://user:pw@example.com'],
    ],
    ['custom', { preset: 'custom', source: '[A-Z]{2}-\\d{4}' }, ['MK-0208'], ['mk-0208', 'MK-02088']],
  ])('the pattern %s takes what is right and refuses what is not', (_name, pattern, right, wrong) => {
    const field = fieldOf('文本', { type: 'text', ...(pattern && { pattern }) });
    expect(right.map((value) => [value, codeOf(field, value)])).toEqual(right.map((value) => [value, 'ok']));
    expect(wrong.map((value) => [value, codeOf(field, value)])).toEqual(wrong.map((value) => [value, 'FIELD_FORMAT']));
  });
});
