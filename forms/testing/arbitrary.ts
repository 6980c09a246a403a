import fc from 'fast-check';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { newFieldId } from '../schema/ids';
import type { Field, FormSchema, ScalarField } from '../schema/schema';
import { allFields } from '../schema/walk';

type Pair = { field: Field; value: Json };
type Typed<F> = F extends Field ? Omit<F, 'id' | 'key' | 'label' | 'span'> : never;

const digits = (max: number) => fc.stringMatching(new RegExp(`^(0|[1-9]\\d{0,${max - 1}})$`));
const decimal = (scale: number, whole = 18): fc.Arbitrary<string> =>
  fc.tuple(fc.boolean(), digits(whole), fc.stringMatching(new RegExp(`^\\d{0,${scale}}$`))).map(([negative, integer, fraction]) => {
    const text = fraction === '' ? integer : `${integer}.${fraction}`;
    return negative && /[1-9]/.test(text) ? `-${text}` : text;
  });
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(-24, -14));
const moment = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const clock = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((parts) =>
  parts
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
    .replace(/:00$/, ''),
);
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => !/[\u0000-\u001f\u007f-\u009f]/.test(text) && [...text].length <= 100);
const uuid = fc.constant(null).map(() => newId());
const optionIds = ['a', 'b', 'c', 'd'];
const options = optionIds.map((id) => ({ id, label: { zh: `选项 ${id}`, en: `Option ${id}` } }));
const some = (ids: string[]) => (ids.length === 0 ? null : optionIds.filter((id) => ids.includes(id)));

/** A field of each type but sub-tables, with a value that fits it in its canonical shape. */
const scalars: fc.Arbitrary<{ draft: Typed<ScalarField>; value: Json }>[] = [
  line.map((value) => ({ draft: { type: 'text' }, value })),
  fc.tuple(line, line).map(([a, b]) => ({ draft: { type: 'textarea' }, value: `${a}\n${b}` })),
  fc
    .integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
    .map((value) => ({ draft: { type: 'integer' }, value: value === 0 ? 0 : value })),
  fc
    .nat(10)
    .chain((scale) =>
      decimal(scale).map((value): { draft: Typed<ScalarField>; value: Json } => ({ draft: { type: 'number', scale }, value })),
    ),
  decimal(2).map((amount) => ({ draft: { type: 'money', currency: 'CNY' }, value: { amount, currency: 'CNY' } })),
  decimal(4, 3).map((value) => ({ draft: { type: 'percentage', scale: 4 }, value })),
  day.map((value) => ({ draft: { type: 'date' }, value })),
  clock.map((value) => ({ draft: { type: 'time' }, value })),
  moment.map((value) => ({ draft: { type: 'dateTime' }, value })),
  fc.tuple(day, day).map(([a, b]) => ({ draft: { type: 'dateRange' }, value: a < b ? { start: a, end: b } : { start: b, end: a } })),
  fc.constantFrom(...optionIds).map((value) => ({ draft: { type: 'select', options }, value })),
  fc.subarray(optionIds).map((ids) => ({ draft: { type: 'multiSelect', options }, value: some(ids) })),
  fc.constantFrom(...optionIds).map((value) => ({ draft: { type: 'radio', options }, value })),
  fc.subarray(optionIds).map((ids) => ({ draft: { type: 'checkbox', options }, value: some(ids) })),
  fc.boolean().map((value) => ({ draft: { type: 'switch' }, value })),
  uuid.map((value) => ({ draft: { type: 'user', multiple: false }, value })),
  fc.array(uuid, { minLength: 1, maxLength: 4 }).map((value) => ({ draft: { type: 'user', multiple: true }, value })),
  uuid.map((value) => ({ draft: { type: 'department', multiple: false }, value })),
  fc.array(uuid, { minLength: 1, maxLength: 4 }).map((value) => ({ draft: { type: 'department', multiple: true }, value })),
  fc
    .array(uuid, { minLength: 1, maxLength: 3 })
    .map((value) => ({ draft: { type: 'file', maxCount: 5, maxSizeMb: 1, formats: [] }, value })),
  fc.array(uuid, { minLength: 1, maxLength: 3 }).map((value) => ({ draft: { type: 'image', maxCount: 5, maxSizeMb: 1 }, value })),
];

function complete<F extends Typed<Field>>(
  draft: F,
  key: string,
): F & { id: string; key: string; label: { zh: string; en: string }; span: number } {
  return { id: newFieldId(), key, label: { zh: key, en: key }, span: 6, ...draft };
}

const scalar = (key: string): fc.Arbitrary<{ field: ScalarField; value: Json }> =>
  fc
    .tuple(fc.oneof(...scalars), fc.boolean())
    .map(([{ draft, value }, filled]) => ({ field: complete(draft, key), value: filled || draft.type === 'switch' ? value : null }));

const keys = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** A sub-table whose last column is computed from two numbers. */
const table = (key: string): fc.Arbitrary<Pair> =>
  fc
    .tuple(fc.nat(4), fc.tuple(...keys(3, '列').map(scalar)), fc.array(fc.tuple(decimal(2, 6), decimal(2, 6)), { maxLength: 3 }))
    .map(([, columns, numbers]) => {
      const computed: ScalarField[] = [
        complete({ type: 'number', scale: 2 }, '单价'),
        complete({ type: 'number', scale: 2 }, '数量'),
        complete({ type: 'formula', expression: '单价 * 数量', result: { type: 'number', scale: 2 } }, '小计'),
      ];
      const field: Field = complete(
        { type: 'subTable', columns: [...columns.map((column) => column.field), ...computed], totals: [] },
        key,
      );
      const value = numbers.map(([price, quantity]) => ({
        _id: newId(),
        ...Object.fromEntries(columns.map((column) => [column.field.key, column.value])),
        单价: price,
        数量: quantity,
      }));
      return { field, value };
    });

/** A form with values that fit it: some fields of any type, perhaps a sub-table with a total over it. */
export const formWithValues: fc.Arbitrary<{ schema: FormSchema; values: Record<string, Json> }> = fc
  .tuple(
    fc.nat(6).chain((count) => fc.tuple(...keys(count + 1, '字段').map(scalar))),
    fc.option(table('明细'), { nil: undefined }),
  )
  .map(([fields, lines]) => {
    const total: Field = complete({ type: 'formula', expression: 'sum(明细.小计)', result: { type: 'money', currency: 'CNY' } }, '合计');
    const all: Field[] = [...fields.map((pair) => pair.field), ...(lines ? [lines.field, total] : [])];
    const values = Object.fromEntries([...fields, ...(lines ? [lines] : [])].map((pair) => [pair.field.key, pair.value]));
    return {
      schema: {
        title: { zh: '表', en: 'Form' },
        sections: [{ id: newFieldId(), type: 'section', label: { zh: '', en: '' }, children: all }],
      },
      values,
    };
  });

const levels = ['hidden', 'masked', 'read', 'edit', 'required'] as const;

export function accessTo(schema: FormSchema): fc.Arbitrary<FieldAccess> {
  const ids = allFields(schema).map(({ field }) => field.id);
  return fc.record({
    fields: fc
      .tuple(...ids.map(() => fc.option(fc.constantFrom(...levels), { nil: null })))
      .map((chosen) => Object.fromEntries(ids.flatMap((id, index) => (chosen[index] ? [[id, chosen[index]]] : [])))),
    default: fc.constantFrom('hidden', 'read', 'edit'),
    rows: fc.constant({}),
  });
}
