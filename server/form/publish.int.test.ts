import { beforeAll, describe, expect, it } from 'vitest';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { defaultProcess } from '@/lib/bpmn/default-settings';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { createProcess } from '@/server/process/create';
import { publishProcess } from '@/server/process/publish';
import { modelText } from '@/test/model-text';
import { addUser, ctxOf, refusalOf } from '@/test/portal';
import { formActivities } from './activities';
import { createForm } from './create';
import { getForm } from './get';
import { planForm } from './plan-publish';
import { publishForm } from './publish';
import { retiredFields } from './retired-fields';
import { saveFormDraft } from './save-draft';
import { formVersionDiff } from './version-diff';

const permissions = ['form.design', 'form.publish', 'process.design', 'process.publish'] as const;
let ctx: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await addUser('designer'), permissions);
});

const text = (id: string, key: string, more: object = {}) =>
  ({ id, key, label: { zh: key, en: key }, span: 12, type: 'text', ...more }) as Field;
const reason = text('bcdfghjk01', 'reason');
const amount = { ...text('bcdfghjk02', 'amount'), type: 'number', scale: 2 } as Field;
const lines = {
  ...text('bcdfghjk03', 'lines'),
  type: 'subTable',
  columns: [text('bcdfghjk11', 'what'), { ...text('bcdfghjk12', 'price'), type: 'money', currency: 'CNY' }],
  totals: [],
} as Field;
const schemaOf = (children: readonly Field[]): FormSchema => ({
  title: { zh: '单', en: 'Form' },
  sections: [{ id: 'bcdfghjkz0', type: 'section', label: { zh: '', en: '' }, children: [...children] }],
});

const create = (fields: readonly Field[]) =>
  createForm(ctx, { commandId: newId(), name: { zh: '单', en: 'Form' }, schema: schemaOf(fields) });
const save = async (id: string, fields: readonly Field[]) => {
  const { rev } = await getForm(ctx, { id });
  await saveFormDraft(ctx, { commandId: newId(), id, rev, schema: schemaOf(fields) });
};
const publish = async (id: string) => publishForm(ctx, { commandId: newId(), id, rev: (await getForm(ctx, { id })).rev, note: '' });
const steps = async (id: string) => (await planForm(ctx, { id })).steps.map((step) => `${step.kind}${'on' in step ? ` ${step.on}` : ''}`);

/** Columns of fields that the tables of a form really have. */
async function columnsOf(code: string): Promise<string[]> {
  const { rows } = await query<{ name: string }>({
    text: `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as name from pg_attribute a join pg_class c on c.oid = a.attrelid
           join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'form_data' and c.relkind = 'r' and (c.relname = $1 or c.relname like $1 || '\\_%') and a.attname like 'f\\_%' and not a.attisdropped order by 1`,
    values: [`t_${code}`],
  });
  return rows.map((row) => row.name.replaceAll(`t_${code}`, 't'));
}

async function addRow(code: string, values: Record<string, string>): Promise<string> {
  const id = newId();
  const names = Object.keys(values);
  await query({
    text: `insert into form_data.t_${code} (id, form_version_id, instance_id, ${names.join(', ')}) values ($1, $2, $3, ${names.map((_, index) => `$${index + 4}`).join(', ')})`,
    values: [id, newId(), newId(), ...Object.values(values)],
  });
  return id;
}

describe('publishing a form', () => {
  it('makes the tables that the plan showed, a view of the version and one under the labels people know', async () => {
    const { id, code } = await create([reason, amount, lines]);
    expect(await steps(id)).toEqual(['createTable', 'createTable']);
    expect(await publish(id)).toMatchObject({ no: 1 });
    expect(await columnsOf(code)).toEqual([
      't.f_bcdfghjk01 text',
      't.f_bcdfghjk02 numeric',
      't_bcdfghjk03.f_bcdfghjk11 text',
      't_bcdfghjk03.f_bcdfghjk12 numeric',
      't_bcdfghjk03.f_bcdfghjk12_cur text',
    ]);
    await addRow(code, { f_bcdfghjk01: '出差', f_bcdfghjk02: '99999999999999999.99' });
    const { rows } = await query({ text: `select reason, amount from form_view.v_${code}`, values: [] });
    expect(rows).toEqual([{ reason: '出差', amount: '99999999999999999.99' }]);
  });

  it('names the second column of a field after the field', async () => {
    const trip = { ...text('bcdfghjk05', 'trip'), label: { zh: '日期', en: '' }, type: 'dateRange' } as Field;
    const { id, code } = await create([trip, { ...text('bcdfghjk06', 'price'), type: 'money', currency: 'CNY' }]);
    await publish(id);
    const { rows } = await query<{ name: string }>({
      text: `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum`,
      values: [`form_view.v_${code}`],
    });
    expect(rows.slice(-4).map(({ name }) => name)).toEqual(['日期_开始', '日期_结束', 'price', 'price_currency']);
  });

  it('adds, retires and takes back without touching a value, and every old version keeps its view', async () => {
    const { id, code } = await create([reason, amount]);
    await publish(id);
    await addRow(code, { f_bcdfghjk01: '出差', f_bcdfghjk02: '12.50' });
    await save(id, [reason, lines, text('bcdfghjk04', 'remark')]);
    expect(await steps(id)).toEqual(['addColumn', 'createTable', 'retireField']);
    await publish(id);
    await save(id, [reason, amount]);
    expect(await steps(id)).toEqual(['restoreField', 'retireField', 'retireField', 'retireField']);
    await publish(id);
    const views = await Promise.all(
      [1, 2, 3].map((no) => query({ text: `select * from form_view.v${no}_${code}`, values: [] }).then(({ rows }) => rows[0] ?? {})),
    );
    expect(views.map((row) => [row.f_bcdfghjk01, row.f_bcdfghjk02, row.f_bcdfghjk04])).toEqual([
      ['出差', '12.50', undefined],
      ['出差', undefined, null],
      ['出差', '12.50', undefined],
    ]);
    expect((await retiredFields(ctx, { id })).map(({ field, tableId, lastNo }) => [field.key, tableId, lastNo])).toEqual([
      ['lines', null, 2],
      ['remark', null, 2],
    ]);
    expect((await formVersionDiff(ctx, { id, no: 3, since: 1 })).changes).toEqual([]);
    expect((await formVersionDiff(ctx, { id, no: 2 })).changes.map(({ kind, label }) => `${kind} ${label.zh}`)).toEqual([
      'added lines',
      'added remark',
      'removed amount',
    ]);
  });

  it('F04: a label is only ever a comment and an alias', async () => {
    const label = { zh: `";DROP TABLE portal.form;--'`, en: "x' OR 1=1" };
    const { id, code } = await create([{ ...reason, label }]);
    await publish(id);
    const { rows } = await query<{ said: string; forms: number }>({
      text: `select col_description('form_data.t_${code}'::regclass, (select attnum from pg_attribute where attrelid = 'form_data.t_${code}'::regclass and attname = 'f_bcdfghjk01')) as said,
             (select count(*)::int from portal.form) as forms`,
      values: [],
    });
    expect(rows[0]?.said).toBe(label.zh);
    expect(rows[0]?.forms).toBeGreaterThan(0);
  });

  it('F16: another type under the same field is FORM_CHANGE_DESTRUCTIVE and leaves the table alone; a kindred one is only another drawing', async () => {
    const { id, code } = await create([reason, amount]);
    await publish(id);
    const before = await columnsOf(code);
    await save(id, [{ ...reason, type: 'number', scale: 0 }, amount]);
    expect((await planForm(ctx, { id })).issues).toMatchObject([{ code: 'FORM_CHANGE_DESTRUCTIVE', params: { field: 'reason' } }]);
    expect(await refusalOf(publish(id))).toBe('FORM_CHANGE_DESTRUCTIVE');
    expect(await columnsOf(code)).toEqual(before);
    await save(id, [{ ...reason, type: 'textarea' }, amount]);
    expect(await publish(id)).toMatchObject({ no: 2 });
    expect(await columnsOf(code)).toEqual(before);
  });

  it('F17: making a field required changes no table, and rows without a value stay as they are', async () => {
    const { id, code } = await create([reason, amount]);
    await publish(id);
    await addRow(code, { f_bcdfghjk02: '1' });
    await save(id, [{ ...reason, required: true }, amount]);
    expect(await steps(id)).toEqual(['metadata']);
    await publish(id);
    const { rows } = await query({ text: `select f_bcdfghjk01 as reason from form_data.t_${code}`, values: [] });
    expect(rows).toEqual([{ reason: null }]);
  });

  it('F18: taking away a field that a live process decides by is FORM_IN_USE and names both; one that it only shows may go', async () => {
    const { id } = await create([reason, amount]);
    await publish(id);
    const access = { fields: { [reason.id]: 'edit' as const }, default: 'read' as const, rows: {} };
    const xml = modelText('start s\nuser a\nxor g\nend e\nend f\ns > a\na > g\ng > e [amount > 5]\ng > f default', {
      settings: { '': { ...defaultProcess, formId: id }, a: { access } },
    });
    const process = await createProcess(ctx, { commandId: newId(), name: { zh: '报销', en: '' }, icon: 'file', categoryId: null, xml });
    await publishProcess(ctx, { commandId: newId(), id: process.id, rev: 1, note: '' });
    await save(id, [reason]);
    expect((await planForm(ctx, { id })).issues).toMatchObject([
      { code: 'FORM_IN_USE', path: amount.id, params: { process: '报销', field: 'amount' } },
    ]);
    expect(await refusalOf(publish(id))).toBe('FORM_IN_USE');
    await save(id, [amount]);
    expect(await publish(id)).toMatchObject({ no: 2 });
    expect(await formActivities(ctx, { id })).toMatchObject([
      { processId: process.id, activities: [{ elementId: null }, { elementId: 'a', access: { default: 'read' } }] },
    ]);
    // and the process can still be published, with the new version of the form
    expect(await publishProcess(ctx, { commandId: newId(), id: process.id, rev: 1, note: '' })).toMatchObject({
      no: 2,
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'fieldUnknown' })]),
    });
  });

  it('F19: what was seen must be what is published, and of two at once each gets a number of its own', async () => {
    const { id } = await create([reason]);
    await save(id, [reason, amount]);
    expect(await refusalOf(publishForm(ctx, { commandId: newId(), id, rev: 1, note: '' }))).toBe('CONFLICT_STALE');
    expect(await refusalOf(saveFormDraft(ctx, { commandId: newId(), id, rev: 1, schema: schemaOf([reason]) }))).toBe('CONFLICT_STALE');
    const both = await Promise.all([publish(id), publish(id)]);
    expect(new Set(both.map(({ no }) => no))).toEqual(new Set([1, 2]));
  });

  it('that was altered behind its back is refused, naming the column', async () => {
    const { id, code } = await create([reason]);
    await publish(id);
    await query({ text: `alter table form_data.t_${code} add column f_stranger text`, values: [] });
    await save(id, [reason, amount]);
    await expect(publish(id)).rejects.toMatchObject({ code: 'STATE_CONFLICT', path: `t_${code}.f_stranger` });
    expect(await columnsOf(code)).toEqual(['t.f_bcdfghjk01 text', 't.f_stranger text']);
  });

  it('F20: a draft with keys that no form has is not stored', async () => {
    const { id } = await create([reason]);
    const rogue = { ...schemaOf([reason]), onSubmit: 'alert(1)' };
    expect(await refusalOf(saveFormDraft(ctx, { commandId: newId(), id, rev: 1, schema: rogue }))).toBe('FORM_SCHEMA_INVALID');
    expect((await getForm(ctx, { id })).rev).toBe(1);
  });
});
