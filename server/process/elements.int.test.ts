import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormValues } from '@/forms/schema/values';
import { fieldOf } from '@/forms/testing/sample';
import { defaultSendTask } from '@/lib/bpmn/default-settings';
import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { saveConnector } from '@/server/connector/save';
import { query } from '@/server/db/client';
import { startForm } from '@/server/instance/start-form';
import { runDueTimers } from '@/server/jobs/run-timers';
import { decideTask } from '@/server/task/decide';
import { drawn, drawnForm, type DrawnOptions, startDrawn, statusOf, waiting } from '@/test/drawn';
import { workJobs } from '@/test/outside-system';
import { ctxOf } from '@/test/portal';
import { decision, itemsOf, openItem, valuesOf } from '@/test/request';
import { company, type Company } from '@/test/xinghe';

/** Every element of the palette, drawn, published, started and driven by the verbs and the workers. */

const fields = [fieldOf('事由', { type: 'text' }), fieldOf('金额', { type: 'money', currency: 'CNY' }), fieldOf('回执', { type: 'text' })];

let at: Company;
let formId: string;
let connectorId: string;
let server: Server;
let answer: { status: number; body: object };
let calls: { method: string; path: string; key: string; body: unknown }[];
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be one';
  at = await company();
  formId = await drawnForm(at.user('gu'), fields);
  server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const text = chunks.join('');
      const key = String(request.headers['idempotency-key'] ?? '');
      calls.push({ method: request.method ?? '', path: request.url ?? '', key, body: text === '' ? null : JSON.parse(text) });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { id } = await saveConnector(ctxOf(at.user('gu'), ['connector.manage']), {
    commandId: newId(),
    code: 'core',
    nameZh: '核心系统',
    nameEn: 'Core',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    allowPrivate: true,
    timeoutMs: 2_000,
  });
  connectorId = id;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  answer = { status: 200, body: { receipt: 'HX-1' } };
  calls = [];
});

/** Each human activity `he`, `ma`, … is decided by the person of that name. */
async function request(notation: string, values: FormValues = {}, more: DrawnOptions = {}): Promise<string> {
  const people = [...notation.matchAll(/^\s*user (\S+)$/gm)].map(([, login = '']) => login);
  const tasks = Object.fromEntries(
    people.map((login) => [login, { assignment: [{ kind: 'users' as const, userIds: at.ids('users', login) }], ...more.tasks?.[login] }]),
  );
  return startDrawn(at.user('li'), await drawn(at.user('gu'), notation, { formId, ...more, tasks }), { values });
}

async function act(login: string, id: string, kind: 'approve' | 'reject' = 'approve'): Promise<void> {
  const { rev } = await valuesOf(id);
  await decideTask(ctxOf(at.user(login)), decision(await openItem(id, login), { rev, decision: kind }));
}

async function makeDue(id: string): Promise<void> {
  await query({ text: `update portal.timer set due_at = now() - interval '1 s' where root_instance_id = $1`, values: [id] });
  await runDueTimers(10);
}

async function openIncidents(id: string): Promise<(string | null)[]> {
  const { rows } = await query<{ element_id: string | null }>({
    text: 'select element_id from portal.incident where root_instance_id = $1 and resolved_at is null',
    values: [id],
  });
  return rows.map((row) => row.element_id);
}

const amount = (text: string): FormValues => ({ 金额: { amount: text, currency: 'CNY' } });
const call = (more: Partial<ServiceTaskSettings> = {}): ServiceTaskSettings => ({
  connectorId,
  method: 'POST',
  path: '/pay/{number}',
  body: '{ sum: 金额, why: 事由 }',
  output: [{ target: 'field', name: '回执', expression: 'response.receipt' }],
  errors: [],
  retry: { attempts: 1, backoffSeconds: 1 },
  ...more,
});

describe('gateways', () => {
  const xor = `start s\nxor g\nuser he\nuser ma\nend e\nend f\ns > g\ng > he [金额 >= 20000]\ng > ma default\nhe > e\nma > f`;
  it('exclusive: the first way whose condition holds, else the default', async () => {
    expect(await waiting(await request(xor, amount('20000.00')))).toEqual(['he: he']);
    expect(await waiting(await request(xor, amount('19999.99')))).toEqual(['ma: ma']);
  });

  it('exclusive: nobody guesses what an empty field means; a condition that says so goes on', async () => {
    expect(await openIncidents(await request(xor))).toEqual(['g']);
    expect(await waiting(await request(xor.replace('金额 >=', '金额 != null and 金额 >=')))).toEqual(['ma: ma']);
  });

  it('parallel: all ways, joined once', async () => {
    const id = await request(
      'start s\nand g\nuser he\nuser ma\nand j\nuser cai\nend e\ns > g\ng > he\ng > ma\nhe > j\nma > j\nj > cai\ncai > e',
    );
    expect(await waiting(id)).toEqual(['he: he', 'ma: ma']);
    await act('ma', id);
    expect(await waiting(id)).toEqual(['he: he']);
    await act('he', id);
    expect(await waiting(id)).toEqual(['cai: cai']);
  });

  it('inclusive: every way that fits, joined when no more can come', async () => {
    const or =
      'start s\nor g\nuser he\nuser ma\nuser cai\nor j\nuser zhou\nend e\ns > g\ng > he [金额 > 10]\ng > ma [金额 > 20]\ng > cai default\nhe > j\nma > j\ncai > j\nj > zhou\nzhou > e';
    const both = await request(or, amount('21.00'));
    expect(await waiting(both)).toEqual(['he: he', 'ma: ma']);
    await act('he', both);
    await act('ma', both);
    expect(await waiting(both)).toEqual(['zhou: zhou']);
    const single = await request(or, amount('11.00'));
    await act('he', single);
    expect(await waiting(single)).toEqual(['zhou: zhou']);
    expect(await waiting(await request(or, amount('1.00')))).toEqual(['cai: cai']);
  });

  it('a rejection may take a way of its own: conditions read the outcome', async () => {
    const notation = 'start s\nuser he\nxor g\nuser ma\nend e\nend f\ns > he\nhe > g\ng > ma [outcome = "rejected"]\ng > e default\nma > f';
    const tasks = { he: { onReject: { kind: 'followFlow' as const } } };
    const rejected = await request(notation, {}, { tasks });
    await act('he', rejected, 'reject');
    expect(await waiting(rejected)).toEqual(['ma: ma']);
    const passed = await request(notation, {}, { tasks });
    await act('he', passed);
    expect(await statusOf(passed)).toBe('completed approved');
  });
});

describe('sub-process, ends and errors', () => {
  it('an embedded sub-process runs inside and goes on when everything in it has ended', async () => {
    const id = await request(
      'start s\nsub p {\nstart i\nand g\nuser he\nuser ma\nend x\nend y\ni > g\ng > he\ng > ma\nhe > x\nma > y\n}\nuser cai\nend e\ns > p\np > cai\ncai > e',
    );
    await act('he', id);
    expect(await waiting(id)).toEqual(['ma: ma']);
    await act('ma', id);
    expect(await waiting(id)).toEqual(['cai: cai']);
  });

  it('a terminate end ends everything that still runs', async () => {
    const id = await request('start s\nand g\nuser he\nuser ma\nterminate t\nend e\ns > g\ng > he\ng > ma\nhe > t\nma > e');
    await act('he', id);
    expect(await statusOf(id)).toMatch(/^completed /);
    expect((await itemsOf(id)).filter((item) => item.open)).toEqual([]);
  });

  it('an error end inside is caught at the edge of the sub-process', async () => {
    const id = await request(
      'start s\nsub p {\nstart i\nand g\nuser he\nuser ma\nerror x\nend y\ni > g\ng > he\ng > ma\nhe > x\nma > y\n}\nerrorOn p b\nuser cai\nend e\nend f\ns > p\np > e\nb > cai\ncai > f',
    );
    await act('he', id);
    expect(await waiting(id)).toEqual(['cai: cai']);
  });
});

describe('timers', () => {
  it('a flow waits at a timer until its time has come', async () => {
    const id = await request('start s\ntimer t\nuser he\nend e\ns > t\nt > he\nhe > e');
    expect(await waiting(id)).toEqual([]);
    await runDueTimers(10);
    expect(await waiting(id)).toEqual([]);
    await makeDue(id);
    expect(await waiting(id)).toEqual(['he: he']);
  });

  it('at the edge of an activity it interrupts, or adds a way of its own', async () => {
    const interrupting = await request('start s\nuser he\ntimerOn he t\nuser ma\nend e\nend f\ns > he\nhe > e\nt > ma\nma > f');
    await makeDue(interrupting);
    expect(await waiting(interrupting)).toEqual(['ma: ma']);
    const besides = await request('start s\nuser he\ntimerOn! he t\nuser ma\nend e\nend f\ns > he\nhe > e\nt > ma\nma > f');
    await makeDue(besides);
    expect(await waiting(besides)).toEqual(['he: he', 'ma: ma']);
  });

  it('nobody acts within the life span: the request ends as expired', async () => {
    const id = await request('start s\nuser he\nend e\ns > he\nhe > e', {}, { process: { lifeSpan: 'P30D' } });
    await makeDue(id);
    expect(await statusOf(id)).toMatch(/ expired$/);
  });
});

describe('an outside system', () => {
  const notation = 'start s\nservice c\nuser he\nend e\ns > c\nc > he\nhe > e';
  const caught = `${notation}\nerrorOn c b\nuser ma\nend f\nb > ma\nma > f`;

  it('is called once with its key; what it answers goes into the form', async () => {
    const id = await request(notation, { ...amount('12.50'), 事由: '付款' }, { settings: { c: call() } });
    await workJobs();
    expect(await waiting(id)).toEqual(['he: he']);
    expect((await valuesOf(id)).values).toMatchObject({ 回执: 'HX-1' });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ method: 'POST', body: { why: '付款' } });
    expect(calls[0]?.path).toMatch(/^\/api\/pay\/VM-\d{4}-\d{4}$/);
    expect(calls[0]?.key).not.toBe('');
  });

  it('a business error goes to whoever stands at the error boundary', async () => {
    answer = { status: 409, body: { message: 'insufficient funds' } };
    const id = await request(caught, amount('1.00'), { settings: { c: call({ errors: [{ when: 'status = 409', code: 'E1' }] }) } });
    await workJobs();
    expect(await waiting(id)).toEqual(['ma: ma']);
  });

  it('that keeps failing leaves an open incident, and nothing goes on', async () => {
    answer = { status: 503, body: {} };
    const id = await request(notation, amount('1.00'), { settings: { c: call() } });
    await workJobs();
    expect(await openIncidents(id)).toEqual(['c']);
    expect(await waiting(id)).toEqual([]);
  });
});

describe('a process without a form', () => {
  it('is started and decided like any other', async () => {
    const of = await drawn(at.user('gu'), 'start s\nuser a\nend e\ns > a\na > e', {
      tasks: { a: { assignment: [{ kind: 'chosenByApplicant', multiple: false }] } },
    });
    expect(await startForm(ctxOf(at.user('li')), { processId: of.processId })).toMatchObject({
      form: null,
      choices: [{ elementId: 'a', multiple: false }],
    });
    expect(await waiting(await startDrawn(at.user('li'), of, { chosen: { a: at.ids('users', 'he') } }))).toEqual(['a: he']);
  });
});

describe('a notice', () => {
  it('goes to its readers and waits for nobody', async () => {
    const tell = { ...defaultSendTask, assignment: [{ kind: 'users', userIds: at.ids('users', 'ma', 'he') }], receipt: true };
    const id = await request('start s\nsend n\nend e\ns > n\nn > e', {}, { settings: { n: tell } });
    expect(await statusOf(id)).toMatch(/^completed /);
    expect((await itemsOf(id)).map((item) => [item.kind, item.open])).toEqual([
      ['read', true],
      ['read', true],
    ]);
  });
});
