import { describe, expect, it } from 'vitest';
import { lintForm } from '@/forms/schema/lint';
import type { Field, FormSchema, SubTableField } from '@/forms/schema/schema';
import { columnOf, fieldOf, formOf, tripForm } from '@/forms/testing/sample';
import { renameKey } from './rename-key';
import { allFields } from './locate';

const field = (schema: FormSchema, key: string): Field => allFields(schema).find((candidate) => candidate.key === key)!;
const sound = (schema: FormSchema) => lintForm(schema).filter(({ level }) => level === 'error');

describe('another key for a field', () => {
  it('is followed by every formula and condition that names it', () => {
    const schema = tripForm();
    const renamed = renameKey(schema, field(schema, '交通方式').id, '出行方式')!;
    expect(field(renamed, '车牌号').visibleWhen).toBe('出行方式 = "car"');
    expect(sound(renamed)).toEqual([]);
  });

  it('is followed through sub-tables, inside of the row and outside of it', () => {
    const schema = tripForm();
    const table = field(schema, '预算明细') as SubTableField;
    const column = table.columns.find(({ key }) => key === '小计')!;
    const price = table.columns.find(({ key }) => key === '单价')!;
    const renamed = renameKey(renameKey(renameKey(schema, column.id, '金额')!, price.id, '价')!, table.id, '明细')!;
    expect(field(renamed, '申请金额')).toMatchObject({ expression: 'sum(明细.金额)' });
    expect((field(renamed, '明细') as SubTableField).columns).toMatchObject([{}, { key: '价' }, {}, { expression: '价 * 数量' }]);
    expect(sound(renamed)).toEqual([]);
  });

  it('leaves a column of the same name alone', () => {
    const columns = [
      columnOf('数', { type: 'integer' }),
      columnOf('双', { type: 'formula', expression: '数 * 2', result: { type: 'number', scale: 0 } }),
    ];
    const schema = formOf([fieldOf('数', { type: 'integer' }), fieldOf('行', { type: 'subTable', columns, totals: [] })]);
    const renamed = renameKey(schema, field(schema, '数').id, '量')!;
    expect((field(renamed, '行') as SubTableField).columns[1]).toMatchObject({ expression: '数 * 2' });
  });

  it('is refused when it is taken, no name, or would be caught by a column', () => {
    const columns = [
      columnOf('列', { type: 'integer' }),
      columnOf('双', { type: 'formula', expression: '数 * 列', result: { type: 'number', scale: 0 } }),
    ];
    const schema = formOf([
      fieldOf('数', { type: 'integer' }),
      fieldOf('他', { type: 'text' }),
      fieldOf('行', { type: 'subTable', columns, totals: [] }),
    ]);
    const { id } = field(schema, '数');
    expect([renameKey(schema, id, '他'), renameKey(schema, id, '1号'), renameKey(schema, id, ''), renameKey(schema, id, '列')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves what cannot be read as it stands', () => {
    const schema = formOf([fieldOf('数', { type: 'integer' }), fieldOf('他', { type: 'text', visibleWhen: '数 >' })]);
    expect(field(renameKey(schema, field(schema, '数').id, '量')!, '他').visibleWhen).toBe('数 >');
  });
});
