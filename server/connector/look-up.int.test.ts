import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnOf, fieldOf, formOf } from '@/forms/testing/sample';
import { newId } from '@/lib/id';
import { model } from '@/server/engine/testing/builder';
import { createForm } from '@/server/form/create';
import { publishForm } from '@/server/form/publish';
import { query } from '@/server/db/client';
import { addUser, ctxOf, publish, refusalOf, type TestUser } from '@/test/portal';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { forUsers } from '@/server/engine/testing/people';
import { start } from '@/server/instance/start';
import { decideTask } from '@/server/task/decide';
import { decision, openItem } from '@/test/request';
import { lookUp } from './look-up';
import { saveConnector } from './save';

const EDIT: FieldAccess = { fields: {}, default: 'edit', rows: {} };

let core: Server;
const heard: string[] = [];
let employee: TestUser;
let admin: TestUser;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be one';
  employee = await addUser('employee');
  admin = await addUser('admin');
  core = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(request.url?.endsWith('/none') ? 404 : request.url?.endsWith('/down') ? 503 : 200);
    response.end('{"holder":"王敏","limit":2500.5,"count":3,"bank":"工行","secret":"s3cret","nested":{"x":1}}');
  });
  await new Promise<void>((done) => core.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => core.close(done)));

/** A published process whose form asks about a card, a bank and, in each row of a table, a material. */
async function setUp(access: (ids: { card: string; holder: string; limit: string }) => FieldAccess = () => EDIT) {
  const ctx = ctxOf(admin, ['connector.manage', 'form.design', 'form.publish']);
  const { id: connectorId } = await saveConnector(ctx, {
    commandId: newId(),
    code: `core-${newId()}`,
    nameZh: '核心',
    nameEn: '',
    baseUrl: `http://127.0.0.1:${(core.address() as AddressInfo).port}/api`,
    allowPrivate: true,
    timeoutMs: 2000,
  });
  const holder = fieldOf('户名', { type: 'text' });
  const limit = fieldOf('限额', { type: 'money', currency: 'CNY' });
  const count = fieldOf('张数', { type: 'integer' });
  const title = columnOf('名称', { type: 'text' });
  const material = columnOf('编号', {
    type: 'text',
    lookup: {
      connectorId,
      path: '/materials/{编号}',
      fill: [
        { field: title.id, expression: 'response.holder' },
        { field: limit.id, expression: 'response.limit' },
      ],
    },
  });
  const table = fieldOf('明细', { type: 'subTable', columns: [material, title], totals: [] });
  const card = fieldOf('卡号', {
    type: 'text',
    lookup: {
      connectorId,
      path: '/cards/{卡号}',
      fill: [
        { field: holder.id, expression: 'response.holder' },
        { field: limit.key, expression: 'response.limit' },
        { field: count.id, expression: 'response.count' },
      ],
    },
  });
  const bankName = fieldOf('银行', { type: 'text' });
  const bank = fieldOf('编号', {
    type: 'text',
    lookup: {
      connectorId,
      path: '/banks/{编号}',
      fill: [
        { field: bankName.id, expression: 'response.bank' },
        { field: holder.id, expression: 'response.nested' },
      ],
    },
  });
  const schema = formOf([card, holder, limit, count, bank, bankName, table]);
  const { id } = await createForm(ctx, { commandId: newId(), name: { zh: '改卡', en: '' }, schema });
  await publishForm(ctx, { commandId: newId(), id, rev: 1, note: '' });
  const { rows } = await query<{ id: string }>({ text: 'select latest_version_id as id from portal.form where id = $1', values: [id] });
  const formVersionId = rows[0]?.id ?? '';
  const boss = await addUser('boss');
  const step = { ...forUsers(boss.id), access: access({ card: card.id, holder: holder.id, limit: limit.id }) };
  const { processId, versionId } = await publish(model().start('s', 't').task('t', 'e', step).end('e'), { formVersionId });
  return { processId, versionId, boss, card, holder, limit, count, bank, bankName, material, title };
}

describe('looking up what was filled in', () => {
  it('asks for each field and each column by its own rule, and answers for the fields that rule names', async () => {
    const of = await setUp();
    const ask = (field: string, value: string) => lookUp(ctxOf(employee), { at: 'start', processId: of.processId, field, value });
    heard.length = 0;
    const [card, bank, row] = [await ask(of.card.id, '6222 $& 1'), await ask(of.bank.id, '1021'), await ask(of.material.id, 'M/1')];
    expect(heard).toEqual(['/api/cards/6222%20%24%26%201', '/api/banks/1021', '/api/materials/M%2F1']);
    expect(card).toEqual({
      outcome: 'found',
      values: { [of.holder.id]: '王敏', [of.limit.id]: { amount: '2500.5', currency: 'CNY' }, [of.count.id]: 3 },
    });
    // A piece of the answer that is no text does not get into a text field.
    expect(bank).toEqual({ outcome: 'found', values: { [of.bankName.id]: '工行' } });
    expect(row).toEqual({
      outcome: 'found',
      values: { [of.title.id]: '王敏', [of.limit.id]: { amount: '2500.5', currency: 'CNY' } },
    });
  });

  it('tells apart what the system does not know from a system that does not answer', async () => {
    const of = await setUp();
    const ask = (value: string) => lookUp(ctxOf(employee), { at: 'start', processId: of.processId, field: of.card.id, value });
    expect(await ask('none')).toEqual({ outcome: 'missing', values: {} });
    expect(await ask('down')).toEqual({ outcome: 'unavailable', values: {} });
  });

  it('is there for whoever has the item in hand and may write the field, and tells nothing that is hidden there', async () => {
    const of = await setUp(({ card, holder, limit }) => ({
      fields: { [card]: 'edit', [holder]: 'hidden', [limit]: 'edit' },
      default: 'read',
      rows: {},
    }));
    const { instanceId } = await start(ctxOf(employee), {
      commandId: newId(),
      processId: of.processId,
      versionId: of.versionId,
      values: {},
      chosen: {},
      documents: [],
    });
    const workItemId = await openItem(instanceId, 't');
    const ask = (who: TestUser, field = of.card.id) => lookUp(ctxOf(who), { at: 'item', workItemId, field, value: '6222' });
    expect(await ask(of.boss)).toEqual({
      outcome: 'found',
      values: { [of.limit.id]: { amount: '2500.5', currency: 'CNY' }, [of.count.id]: 3 },
    });
    expect(await refusalOf(ask(of.boss, of.bank.id))).toBe('NOT_FOUND');
    expect(await refusalOf(ask(employee))).toBe('NOT_FOUND');
    await decideTask(ctxOf(of.boss), decision(workItemId));
    expect(await refusalOf(ask(of.boss))).toBe('NOT_FOUND');
  });

  it('is only for fields with a look-up of a process that one may start', async () => {
    const of = await setUp();
    const ask = (processId: string, field: string) => refusalOf(lookUp(ctxOf(employee), { at: 'start', processId, field, value: '1' }));
    expect(await ask(of.processId, of.holder.id)).toBe('NOT_FOUND');
    expect(await ask(newId(), of.card.id)).toBe('NOT_FOUND');
  });
});
