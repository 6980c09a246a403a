import type { FieldAccess, UserTaskSettings } from '@/lib/bpmn/settings';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { createForm } from '@/server/form/create';
import { publishForm } from '@/server/form/publish';
import { model } from '@/server/engine/testing/builder';
import { addDepartment, addUser, ctxOf, publish, type TestProcess, type TestUser } from './portal';

/** A business trip: a form with fields of the kinds that matter, and a flow of two approvals and a notice. */

const text = (id: string, key: string, more: object = {}) =>
  ({ id, key, label: { zh: key, en: key }, span: 12, type: 'text', ...more }) as Field;

export const fields = {
  reason: text('bcdfghjk01', 'reason', { required: true }),
  secret: text('bcdfghjk02', 'secret'),
  card: text('bcdfghjk03', 'card'),
  remark: text('bcdfghjk04', 'remark'),
  kind: {
    ...text('bcdfghjk05', 'kind'),
    type: 'select',
    options: [
      { id: 'air', label: { zh: '飞机', en: 'Plane' } },
      { id: 'rail', label: { zh: '火车', en: 'Train' } },
    ],
  } as Field,
  companions: { ...text('bcdfghjk06', 'companions'), type: 'user', multiple: true } as Field,
  receipts: { ...text('bcdfghjk07', 'receipts'), type: 'file', maxCount: 3, maxSizeMb: 1, formats: ['pdf', 'txt'] } as Field,
  lines: {
    ...text('bcdfghjk08', 'lines'),
    type: 'subTable',
    columns: [text('bcdfghjk11', 'what'), { ...text('bcdfghjk12', 'price'), type: 'number', scale: 2 }],
    totals: [],
  } as Field,
  total: { ...text('bcdfghjk09', 'total'), type: 'formula', expression: 'sum(lines.price)', result: { type: 'number', scale: 2 } } as Field,
};

export const schemaOf = (list: readonly Field[]): FormSchema => ({
  title: { zh: '出差申请', en: 'Business trip' },
  sections: [{ id: 'bcdfghjkz0', type: 'section', label: { zh: '', en: '' }, children: [...list] }],
});

export async function publishSchema(schema: FormSchema): Promise<string> {
  const designer = await addUser('designer');
  const ctx = ctxOf(designer, ['form.design', 'form.publish']);
  const { id } = await createForm(ctx, { commandId: newId(), name: { zh: '表', en: 'Form' }, schema });
  return (await publishForm(ctx, { commandId: newId(), id, rev: 1, note: '' })).versionId;
}

export const approverAccess: FieldAccess = {
  fields: { [fields.secret.id]: 'hidden', [fields.card.id]: 'masked', [fields.remark.id]: 'edit' },
  default: 'read',
  rows: {},
};

export type Trip = TestProcess & {
  formVersionId: string;
  applicant: TestUser;
  boss: TestUser;
  finance: TestUser;
  reader: TestUser;
  stranger: TestUser;
  departmentId: string;
};

export async function trip(
  more: {
    manager?: Partial<UserTaskSettings>;
    finance?: Partial<UserTaskSettings>;
    settings?: Parameters<typeof model>[0];
    fields?: readonly Field[];
    ownerIds?: string[];
  } = {},
): Promise<Trip> {
  const department = await addDepartment('销售部');
  const applicant = await addUser('李卓', { departmentId: department.id });
  const [boss, finance, reader, stranger] = [await addUser('王敏'), await addUser('苏青'), await addUser('周岚'), await addUser('路人')];
  const formVersionId = await publishSchema(schemaOf(more.fields ?? Object.values(fields)));
  const built = model({
    titleTemplate: '出差：{reason}',
    summaryFields: ['total', 'kind', 'secret'],
    withdraw: 'untilFirstDecision',
    ...more.settings,
  })
    .names({ total: 'number', reason: 'string' })
    .start('start', 'manager')
    .task('manager', 'finance', { assignment: [{ kind: 'users', userIds: [boss.id] }], access: approverAccess, ...more.manager })
    .task('finance', 'tell', { assignment: [{ kind: 'users', userIds: [finance.id] }], ...more.finance })
    .send('tell', 'end', { assignment: [{ kind: 'users', userIds: [reader.id] }], receipt: true })
    .end('end');
  const process = await publish(built, { formVersionId, name: '出差申请', ...(more.ownerIds && { ownerIds: more.ownerIds }) });
  return { ...process, formVersionId, applicant, boss, finance, reader, stranger, departmentId: department.id };
}

export const filled: Record<string, Json> = {
  reason: '赴深圳参展',
  secret: 'for the applicant alone',
  card: '6222021234567890',
  kind: 'air',
  lines: [
    { _id: '01a1fca1-60d1-7001-b8e4-000000000001', what: '机票', price: '1680.00' },
    { _id: '01a1fca1-60d1-7001-b8e4-000000000002', what: '住宿', price: '600.50' },
  ],
};

/** The same with rows of its own: a row belongs to one request. */
export function filledAnew(): Record<string, Json> {
  return { ...filled, lines: (filled.lines as Record<string, Json>[]).map((line) => ({ ...line, _id: newId() })) };
}
