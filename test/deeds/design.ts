import { newId } from '@/lib/id';
import { saveConnector } from '@/server/connector/save';
import { createForm } from '@/server/form/create';
import { deleteForm } from '@/server/form/delete';
import { publishForm } from '@/server/form/publish';
import { saveCategory } from '@/server/process/category';
import { createProcess } from '@/server/process/create';
import { retireProcess } from '@/server/process/retire';
import { permissions } from '@/server/auth/permissions';
import { query } from '@/server/db/client';
import { installTemplate } from '@/server/template/install';
import { addUser, ctxOf } from '../portal';
import { fields, schemaOf } from '../trip';
import { simpleModel } from '../working-company';
import { type Deeds, fresh } from './deed';

const schema = schemaOf([fields.reason]);
const name = { zh: '名称', en: '' };
const designer = async () => ctxOf(await addUser('designer'), permissions);

async function form(published = false): Promise<string> {
  const ctx = await designer();
  const { id } = await createForm(ctx, { commandId: newId(), name, schema });
  if (published) await publishForm(ctx, { commandId: newId(), id, rev: 1, note: '' });
  return id;
}

/** A process that every designer may change. */
async function process(): Promise<string> {
  const { id } = await createProcess(await designer(), { commandId: newId(), name, icon: 'file', categoryId: null, xml: simpleModel });
  await query({ text: `update portal.process set owner_ids = '{}' where id = $1`, values: [id] });
  return id;
}

async function retired(): Promise<string> {
  const id = await process();
  await retireProcess(await designer(), { commandId: newId(), id });
  return id;
}

/** One that can run: the first template of the product, which needs nothing but people. */
async function publishable(): Promise<{ id: string; rev: number }> {
  const { processId } = await installTemplate(await designer(), { commandId: newId(), key: 'circulation' });
  await query({ text: `update portal.process set owner_ids = '{}' where id = $1`, values: [processId] });
  const { rows } = await query<{ rev: number }>({ text: 'select draft_rev as rev from portal.process where id = $1', values: [processId] });
  return { id: processId, rev: rows[0]?.rev ?? 1 };
}

async function category(): Promise<string> {
  return (await saveCategory(await designer(), { commandId: newId(), name: { zh: fresh('类'), en: '' } })).id;
}

async function categories(): Promise<string[]> {
  const { rows } = await query<{ id: string }>({ text: 'select id from portal.process_category order by sort_order, id' });
  return rows.map(({ id }) => id);
}

const connector = () => ({ code: fresh('c'), nameZh: '系统', baseUrl: 'http://127.0.0.1:9', allowPrivate: true, timeoutMs: 100 });
async function connectorId(): Promise<string> {
  return (await saveConnector(await designer(), { commandId: newId(), ...connector(), nameEn: '' })).id;
}

export const designDeeds: Deeds = {
  'form.create': { input: () => ({ name, schema }), other: { name: { zh: '别的', en: '' } } },
  'form.saveDraft': { input: async () => ({ id: await form(), rev: 1, schema }), other: { rev: 2 } },
  'form.publish': { input: async () => ({ id: await form(), rev: 1 }), other: { note: 'another' } },
  'form.duplicate': { input: async () => ({ id: await form(), name }), other: async () => ({ id: await form() }) },
  'form.import': {
    input: () => ({ file: { kind: 'vermilion-form', formatVersion: 1, name, schema } }),
    other: { file: { kind: 'vermilion-form', formatVersion: 1, name: { zh: '别的', en: '' }, schema } },
  },
  'form.unretire': {
    input: async () => {
      const id = await form(true);
      await deleteForm(await designer(), { commandId: newId(), id });
      return { id };
    },
    other: { id: newId() },
  },
  'form.delete': { input: async () => ({ id: await form() }), other: { id: newId() } },
  'process.create': { input: () => ({ name }), other: { icon: 'mail' } },
  'process.saveDraft': { input: async () => ({ id: await process(), rev: 1, xml: simpleModel }), other: { rev: 2 } },
  'process.replaceDraft': { input: async () => ({ id: await process(), rev: 1, from: { file: { xml: simpleModel } } }), other: { rev: 2 } },
  'process.duplicate': { input: async () => ({ id: await process() }), other: async () => ({ id: await process() }) },
  'process.importModel': { input: () => ({ xml: simpleModel }), other: null, trace: { none: 'a file is read, nothing is stored' } },
  'process.publish': { input: publishable, other: { note: 'another' } },
  'process.delete': { input: async () => ({ id: await process() }), other: { id: newId() } },
  'process.retire': { input: async () => ({ id: await process() }), other: { id: newId() } },
  'process.unretire': { input: async () => ({ id: await retired() }), other: { id: newId() } },
  'process.setOwners': { input: async () => ({ id: await process(), ownerIds: [(await addUser('owner')).id] }), other: { ownerIds: [] } },
  'process.setCategory': { input: async () => ({ id: await process(), categoryId: await category() }), other: { categoryId: null } },
  'process.saveCategory': { input: () => ({ name: { zh: fresh('类'), en: '' } }), other: { sortOrder: 7 } },
  'process.orderCategories': {
    input: async () => ({ ids: [await category(), ...(await categories())].filter((id, at, all) => all.indexOf(id) === at) }),
    other: async () => ({ ids: (await categories()).toReversed() }),
  },
  'process.disableCategory': { input: async () => ({ id: await category(), disabled: true }), other: { disabled: false } },
  'process.deleteCategory': { input: async () => ({ id: await category() }), other: { id: newId() } },
  'process.installTemplate': {
    input: () => ({ key: 'business-trip' }),
    other: { key: 'bank-card-change' },
    several: 'a form is published and a process made by their own verbs; a repeat goes on where it stopped',
  },
  'connector.save': { input: connector, other: { nameZh: '别的' } },
  'connector.disable': { input: async () => ({ id: await connectorId(), rev: 1, disabled: true }), other: { disabled: false } },
  'connector.test': {
    input: async () => ({ id: await connectorId(), method: 'GET', path: '/x' }),
    other: { path: '/y' },
    answersAnew: 'the call is made again, under the same key',
  },
};
