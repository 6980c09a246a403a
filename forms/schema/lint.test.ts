import { describe, expect, it } from 'vitest';
import { columnOf, fieldOf, tripForm } from '../testing/sample';
import { newFieldId } from './ids';
import { lintForm } from './lint';
import { normalizeSchema } from './normalize';
import type { Field, FormSchema } from './schema';

const result = { type: 'number', scale: 0 } as const;
const found = (input: unknown) => lintForm(input).filter(({ code }) => code !== 'FORM_TRANSLATION_MISSING');
const codes = (input: unknown) => [...new Set(found(input).map(({ code }) => code))];
/** A form whose children are whatever was sent. */
const raw = (children: unknown[], more: object = {}) => ({
  title: { zh: '表', en: '' },
  sections: [{ id: newFieldId(), type: 'section', label: { zh: '', en: '' }, children, ...more }],
});
const text = (more: object = {}) => ({ ...fieldOf('甲', { type: 'text' }), ...more });
const form = (fields: Field[]): FormSchema => raw(fields) as FormSchema;

describe('linting a form', () => {
  it('has nothing to say about a sound one', () => {
    expect(found(tripForm())).toEqual([]);
  });

  it('F01: two keys that are the same, also by case and by composition', () => {
    expect(codes(form([fieldOf('Amount', { type: 'text' }), fieldOf('amount', { type: 'text' })]))).toEqual(['FORM_FIELD_DUPLICATE']);
    const composed = raw([text({ key: 'café' }), text({ key: 'cafe\u0301', id: newFieldId() })]);
    expect(codes(normalizeSchema(composed as never))).toEqual(['FORM_FIELD_DUPLICATE']);
    const columns = [columnOf('列', { type: 'text' }), columnOf('列', { type: 'text' })];
    expect(found(form([fieldOf('列', { type: 'text' }), fieldOf('明细', { type: 'subTable', columns, totals: [] })]))).toMatchObject([
      { code: 'FORM_FIELD_DUPLICATE', fieldId: columns[1]?.id, path: 'sections[0].children[1].columns[1].key' },
    ]);
    const twice = text();
    expect(codes(raw([twice, { ...twice, key: '乙' }]))).toEqual(['FORM_FIELD_DUPLICATE']);
  });

  it('F02: names of the prototype, of the row id, and words of the formula language', () => {
    for (const key of ['__proto__', 'constructor', 'toString', '_id', 'if', 'null'])
      expect([key, codes(raw([text({ key })]))]).toEqual([key, ['FORM_KEY_INVALID']]);
    for (const key of ['1号', '金额(元)', 'a b', '']) expect([key, codes(raw([text({ key })]))]).toEqual([key, ['FORM_KEY_INVALID']]);
  });

  it('F03: keys and labels of 10,000 characters', () => {
    expect(codes(raw([text({ key: '长'.repeat(10_000) })]))).toEqual(['FORM_LIMIT']);
    expect(codes(raw([text({ label: { zh: '长'.repeat(10_000), en: '' } })]))).toEqual(['FORM_LIMIT']);
  });

  it('F04: a label may say what it likes, if a reader can see it', () => {
    expect(found(raw([text({ label: { zh: '";DROP TABLE users;--', en: "x' OR 1=1" } })]))).toEqual([]);
    expect(codes(raw([text({ label: { zh: 'a\u0000b', en: 'x' } })]))).toEqual(['TEXT_CONTROL_CHAR']);
    expect(codes(raw([text({ label: { zh: 'a\u202eb', en: 'x' } })]))).toEqual(['TEXT_BIDI']);
  });

  it('F05: a form without fields', () => {
    expect(codes(raw([]))).toEqual(['FORM_EMPTY']);
    expect(codes(raw([{ id: newFieldId(), type: 'divider' }]))).toEqual(['FORM_EMPTY']);
    expect(codes(raw([{ ...fieldOf('明细', { type: 'subTable', columns: [], totals: [] }) }]))).toEqual(['FORM_EMPTY']);
  });

  it('F06: more fields, columns and sub-tables than a table has room for', () => {
    const many = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => columnOf(`${prefix}${index}`, { type: 'text' }));
    expect(codes(raw(many(1700, '字段')))).toEqual(['FORM_LIMIT']);
    const three = raw(many(150, '甲')) as FormSchema;
    expect(codes({ ...three, sections: [...three.sections, ...(raw(many(151, '乙')) as FormSchema).sections] })).toEqual(['FORM_LIMIT']);
    expect(codes(raw([fieldOf('明细', { type: 'subTable', columns: many(61, '列'), totals: [] })]))).toEqual(['FORM_LIMIT']);
    expect(
      codes(
        raw(
          Array.from({ length: 21 }, (_, index) => fieldOf(`表${index}`, { type: 'subTable', columns: many(1, `列${index}`), totals: [] })),
        ),
      ),
    ).toEqual(['FORM_LIMIT']);
  });

  it('F07: too many options, and options that are the same', () => {
    const select = (options: object[]) => raw([{ ...text(), type: 'select', options }]);
    const option = (id: string, zh: string) => ({ id, label: { zh, en: '' } });
    expect(codes(select(Array.from({ length: 5000 }, (_, index) => option(`o${index}`, `${index}`))))).toEqual(['FORM_LIMIT']);
    expect(codes(select([option('a', '甲'), option('a', '乙')]))).toEqual(['FORM_OPTION_DUPLICATE']);
    expect(codes(select([option('a', '甲'), option('b', '甲')]))).toEqual(['FORM_OPTION_DUPLICATE']);
    expect(codes(select([]))).toEqual(['FORM_EMPTY']);
  });

  it('F08: a type that nobody knows', () => {
    expect(found(raw([text(), { ...text({ key: '乙', id: 'bcdfghjklm' }), type: 'hologram' }]))).toMatchObject([
      { code: 'FORM_TYPE_UNKNOWN', path: 'sections[0].children[1]', fieldId: 'bcdfghjklm', params: { type: 'hologram' } },
    ]);
  });

  it('F09, F10: nesting too deep, a table in a table, and a section in itself', () => {
    let deep: unknown = text();
    for (let level = 0; level < 100; level += 1) deep = { id: newFieldId(), type: 'section', label: { zh: '', en: '' }, children: [deep] };
    expect(codes({ title: { zh: '表', en: '' }, sections: [deep] })).toEqual(['FORM_TOO_DEEP']);
    const inner = fieldOf('内', { type: 'subTable', columns: [columnOf('列', { type: 'text' })], totals: [] });
    expect(codes(raw([{ ...fieldOf('外', { type: 'subTable', columns: [], totals: [] }), columns: [inner] }]))).toEqual(['FORM_TOO_DEEP']);
    const id = newFieldId();
    expect(codes(raw([{ id, type: 'section', label: { zh: '', en: '' }, children: [] }], { id }))).toEqual(['FORM_CYCLE']);
    const circle: { sections: unknown[] } = { sections: [] };
    circle.sections.push(circle);
    expect(codes(circle)).toEqual(['FORM_CYCLE']);
  });

  it('F11: patterns that could be slow or cannot be read', () => {
    const pattern = (source: string) => raw([text({ pattern: { preset: 'custom', source } })]);
    expect(found(pattern('(a+)+$'))).toMatchObject([{ code: 'FORM_PATTERN_UNSAFE', params: { reason: 'unsafe' } }]);
    expect(found(pattern('['))).toMatchObject([{ code: 'FORM_PATTERN_UNSAFE', params: { reason: 'invalid' } }]);
    expect(found(pattern('[A-Z]{2}-\\d{4}'))).toEqual([]);
  });

  it('F12: limits the wrong way round, or out of scale', () => {
    const number = (more: object) => raw([{ ...text(), type: 'number', scale: 2, ...more }]);
    for (const more of [{ min: '2', max: '1' }, { scale: 2000 }, { min: '0.001' }])
      expect([more, codes(number(more))]).toEqual([more, ['FORM_RANGE']]);
    expect(codes(raw([text({ minLength: 5, maxLength: 2 })]))).toEqual(['FORM_RANGE']);
    expect(
      codes(raw([fieldOf('明细', { type: 'subTable', columns: [columnOf('列', { type: 'text' })], totals: [], minRows: 5, maxRows: 2 })])),
    ).toEqual(['FORM_RANGE']);
  });

  it('F13: a default that the field itself would refuse', () => {
    const preset = (more: object) => codes(raw([{ ...text(), ...more }]));
    expect(preset({ type: 'number', scale: 0, default: { kind: 'value', value: 'abc' } })).toEqual(['FORM_DEFAULT_INVALID']);
    expect(preset({ type: 'select', options: [{ id: 'a', label: { zh: 'a', en: '' } }], default: { kind: 'value', value: 'b' } })).toEqual([
      'FORM_DEFAULT_INVALID',
    ]);
    expect(preset({ default: { kind: 'context', name: 'today' } })).toEqual(['FORM_DEFAULT_INVALID']);
    expect(preset({ default: { kind: 'expression', expression: '1 + 1' } })).toEqual(['FORM_EXPR_INVALID']);
    expect(preset({ default: { kind: 'value', value: 'abc' } })).toEqual([]);
  });

  it('F14: formulas in a circle, through rows and conditions too', () => {
    const formula = (key: string, expression: string) => fieldOf(key, { type: 'formula', expression, result });
    expect(found(form([formula('甲', '乙 + 1'), formula('乙', '甲 + 1')]))).toMatchObject([
      { code: 'FORM_FORMULA_CYCLE', params: { names: '甲 → 乙 → 甲' } },
      { code: 'FORM_FORMULA_CYCLE' },
    ]);
    expect(codes(form([formula('甲', '甲 + 1')]))).toEqual(['FORM_FORMULA_CYCLE']);
    const table = fieldOf('明细', {
      type: 'subTable',
      columns: [columnOf('小计', { type: 'formula', expression: '总计 / 2', result })],
      totals: [],
    });
    expect(codes(form([table, formula('总计', 'sum(明细.小计)')]))).toEqual(['FORM_FORMULA_CYCLE']);
    expect(
      codes(form([fieldOf('甲', { type: 'text', visibleWhen: '乙 = "x"' }), fieldOf('乙', { type: 'text', visibleWhen: '甲 = "x"' })])),
    ).toEqual(['FORM_FORMULA_CYCLE']);
    // Whether something is required changes no value: this is no circle.
    expect(
      codes(form([fieldOf('甲', { type: 'text', requiredWhen: '乙 = null' }), fieldOf('乙', { type: 'text', requiredWhen: '甲 = null' })])),
    ).toEqual([]);
  });

  it('F15: rules about fields that are not there, and expressions that cannot be read, with the position', () => {
    expect(found(form([fieldOf('甲', { type: 'text', visibleWhen: '走失 = "x"' })]))).toMatchObject([
      { code: 'FORM_REF_BROKEN', path: 'sections[0].children[0].visibleWhen', params: { name: '走失', from: 0, to: 2 } },
    ]);
    expect(found(form([fieldOf('甲', { type: 'formula', expression: '1 +', result })]))).toMatchObject([
      { code: 'FORM_EXPR_INVALID', params: { from: 3 } },
    ]);
    expect(codes(form([fieldOf('甲', { type: 'text', visibleWhen: '"x"' })]))).toEqual(['FORM_EXPR_INVALID']);
    const table = (columnId: string) =>
      fieldOf('明细', { type: 'subTable', columns: [columnOf('名', { type: 'text' })], totals: [{ columnId, kind: 'sum' }] });
    expect(codes(form([table(newFieldId())]))).toEqual(['FORM_REF_BROKEN']);
  });

  it('F20: keys that no form has', () => {
    expect(found({ ...tripForm(), onSubmit: 'alert(1)' })).toMatchObject([{ code: 'FORM_SCHEMA_INVALID' }]);
    expect(found(raw([text({ script: 'x' })]))).toMatchObject([{ code: 'FORM_SCHEMA_INVALID', path: 'sections[0].children[0]' }]);
    for (const input of [null, 7, 'x', [], {}, { title: 'x' }]) expect(codes(input)[0]).toBe('FORM_SCHEMA_INVALID');
  });

  it('warns of what is asked for and never shown, and of a language left empty', () => {
    expect(found(form([fieldOf('甲', { type: 'text', required: true, visibleWhen: '1 > 2' })]))).toMatchObject([
      { code: 'FORM_NEVER_SHOWN', level: 'warning', params: { required: 'yes' } },
    ]);
    expect(lintForm(form([fieldOf('甲', { type: 'text' })]))).toMatchObject([
      { code: 'FORM_TRANSLATION_MISSING', level: 'warning', params: { language: 'en' } },
    ]);
  });

  it('refuses patterns of numbers without one counter', () => {
    const number = (pattern: string) => codes(raw([{ ...text(), type: 'autoNumber', pattern }]));
    expect([number('CC-{yyyy}-{seq:4}'), number('{yyyy}'), number('{seq}{seq}'), number('{who}{seq}')]).toEqual([
      [],
      ['FORM_SCHEMA_INVALID'],
      ['FORM_SCHEMA_INVALID'],
      ['FORM_SCHEMA_INVALID'],
    ]);
  });
});
