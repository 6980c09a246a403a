import { describe, expect, it } from 'vitest';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Json } from '@/lib/json';
import type { Field, FormSchema } from '../schema/schema';
import { copyValues } from './copy';

const field = (id: string, type: Field['type'], more: object = {}) =>
  ({ id, key: id, label: { zh: id, en: id }, span: 12, type, ...more }) as Field;
const form = (...children: Field[]): FormSchema => ({
  title: { zh: '', en: '' },
  sections: [{ id: 'section000', type: 'section', label: { zh: '', en: '' }, children }],
});
const edit: FieldAccess = { fields: {}, default: 'edit', rows: {} };
const options = (...ids: string[]) => ({ options: ids.map((id) => ({ id, label: { zh: id, en: id } })) });
const copy = (fields: Field[], values: Parameters<typeof copyValues>[0]['values'], to: Field[] = fields, access = edit) =>
  copyValues({ schema: form(...fields), values }, { schema: form(...to), access });

describe('a new request after a former one', () => {
  it('has what was filled in', () => {
    const fields = [field('reason', 'text'), field('amount', 'money', { currency: 'CNY' }), field('who', 'user', { multiple: true })];
    const values = { reason: '拜访客户', amount: { amount: '12.50', currency: 'CNY' }, who: ['0197a000-0000-7000-8000-000000000001'] };
    expect(copy(fields, values)).toEqual(values);
  });

  it('leaves behind numbers, what is unique, files and formulas', () => {
    const fields = [
      field('no', 'autoNumber', { pattern: '{seq:4}' }),
      field('loan', 'text', { unique: true }),
      field('file', 'file', { maxCount: 1, maxSizeMb: 1, formats: [] }),
      field('image', 'image', { maxCount: 1, maxSizeMb: 1 }),
      field('sum', 'formula', { expression: '1', result: { type: 'number', scale: 0 } }),
    ];
    const id = '0197a000-0000-7000-8000-000000000001';
    expect(copy(fields, { no: '0001', loan: 'L-1', file: [id], image: [id], sum: '1' })).toEqual({});
  });

  it('has nothing of fields that may not be written now', () => {
    const fields = [
      field('reason', 'text'),
      field('audit', 'text'),
      field('lines', 'subTable', { columns: [field('what', 'text')], totals: [] }),
    ];
    const access: FieldAccess = { fields: { audit: 'read', lines: 'read' }, default: 'edit', rows: {} };
    const row = { _id: '0197a000-0000-7000-8000-000000000001', what: '机票' };
    expect(copy(fields, { reason: 'a', audit: 'b', lines: [row] }, fields, access)).toEqual({ reason: 'a' });
  });

  it('follows a field that was renamed, and drops one that is gone or of another kind', () => {
    const old = [field('reason', 'text'), field('gone', 'text'), field('kind', 'text'), field('note', 'text')];
    const now = [{ ...field('reason', 'text'), key: '事由' }, field('kind', 'number', { scale: 0 }), field('note', 'textarea')];
    expect(copy(old, { reason: 'a', gone: 'b', kind: 'c', note: 'd' }, now)).toEqual({ 事由: 'a', note: 'd' });
  });

  it('drops what its field does not take any more', () => {
    const fields = [field('kind', 'select', options('air', 'rail')), field('ways', 'multiSelect', options('air', 'rail'))];
    const now = [field('kind', 'select', options('rail')), field('ways', 'multiSelect', options('air', 'rail'))];
    expect(copy(fields, { kind: 'air', ways: ['rail'] }, now)).toEqual({ ways: ['rail'] });
  });

  it('has rows of its own', () => {
    const columns = [field('what', 'text'), field('price', 'number', { scale: 2 }), field('slip', 'image', { maxCount: 1, maxSizeMb: 1 })];
    const fields = [field('lines', 'subTable', { columns, totals: [] })];
    const rows: Json = [
      { _id: '0197a000-0000-7000-8000-000000000001', what: '机票', price: '1680.00', slip: ['0197a000-0000-7000-8000-000000000003'] },
      { _id: '0197a000-0000-7000-8000-000000000002', slip: ['0197a000-0000-7000-8000-000000000003'] },
    ];
    const lines = copy(fields, { lines: rows }).lines as { _id: string }[];
    expect(lines).toEqual([{ _id: expect.any(String), what: '机票', price: '1680.00' }]);
    expect(lines[0]?._id).not.toBe('0197a000-0000-7000-8000-000000000001');
  });
});
