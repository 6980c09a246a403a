import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { addUser, ctxOf, publish, refusalOf } from '@/test/portal';
import { baseUrlFault } from './base-url';
import { listConnectors } from './list';
import { loadConnector } from './load';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listCalls } from './calls';
import { disableConnector } from './disable';
import { getConnector } from './get';
import { connectorOverview } from './overview';
import { saveConnector, SaveConnectorInput } from './save';
import { testConnector } from './test-call';

let admin: Ctx;
let designer: Ctx;
let employee: Ctx;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be one';
  admin = ctxOf(await addUser('admin'), ['connector.manage']);
  designer = ctxOf(await addUser('designer'), ['process.design']);
  employee = ctxOf(await addUser('employee'));
});

let count = 0;
const register = (more: Partial<SaveConnectorInput> = {}, ctx = admin) =>
  saveConnector(ctx, {
    commandId: newId(),
    code: `system-${++count}`,
    nameZh: '系统',
    nameEn: '',
    baseUrl: 'https://core.example.com/api',
    allowPrivate: false,
    timeoutMs: 1000,
    ...more,
  });

async function stored(): Promise<unknown> {
  const { rows } = await query({
    text: `select (select md5(string_agg(c::text, '' order by id)) from portal.connector c) as connectors, (select count(*)::int from portal.audit_log) as audit`,
  });
  return rows[0];
}

describe('a connector', () => {
  it('keeps its secret headers sealed: the worker reads them, no list, no log and no table does', async () => {
    const { id } = await register({ headers: { authorization: 'Bearer s3cret' } });
    expect(await loadConnector(id)).toMatchObject({ connector: { headers: { authorization: 'Bearer s3cret' } } });
    const detail = await getConnector(admin, { id });
    expect(detail.headerNames).toEqual(['authorization']);
    const seen = JSON.stringify([detail, await connectorOverview(admin), await listConnectors(designer)]);
    expect(seen).not.toContain('s3cret');
    const { rows } = await query({
      text: `select (select string_agg(c::text, '') from portal.connector c) || (select string_agg(a::text, '') from portal.audit_log a) || (select string_agg(l::text, '') from portal.command_log l) as everything`,
    });
    expect(JSON.stringify(rows)).not.toContain('s3cret');
  });

  it('keeps them when it is changed without new ones, and is changed from the revision that was seen', async () => {
    const { id } = await register({ code: 'kept', headers: { 'x-key': 'k' } });
    await register({ id, rev: 1, code: 'kept', baseUrl: 'https://other.example.com' });
    expect(await loadConnector(id)).toMatchObject({
      connector: { baseUrl: 'https://other.example.com', headers: { 'x-key': 'k' } },
    });
    const before = await stored();
    expect(await refusalOf(register({ id, rev: 1, code: 'kept' }))).toBe('CONFLICT_STALE');
    expect(await refusalOf(register({ code: 'kept' }))).toBe('NAME_TAKEN');
    expect(await refusalOf(register({ id: newId(), rev: 1, code: 'gone' }))).toBe('NOT_FOUND');
    expect(await stored()).toEqual(before);
  });

  it('sets, replaces and removes single headers, whatever the case of their names', async () => {
    const { id } = await register({ code: 'headers', headers: { 'X-Key': 'one', 'x-tenant': 't' } });
    await register({ id, rev: 1, code: 'headers', headers: { 'x-key': 'two', 'X-TENANT': null, 'x-new': 'n' } });
    expect(await loadConnector(id)).toMatchObject({ connector: { headers: { 'x-key': 'two', 'x-new': 'n' } } });
    await register({ id, rev: 2, code: 'headers', headers: { 'x-key': null, 'x-new': null } });
    expect((await getConnector(admin, { id })).headerNames).toEqual([]);
  });

  it('whose secrets were sealed under another secret of the server says so and is called by nobody', async () => {
    const { id } = await register({ headers: { 'x-key': 'k' } });
    const own = process.env.NEXTAUTH_SECRET;
    process.env.NEXTAUTH_SECRET = 'quite another secret that is long enough as well';
    try {
      expect((await loadConnector(id)).kind).toBe('unreadable');
      expect((await getConnector(admin, { id })).headerNames).toBeNull();
      expect(await testConnector(admin, { commandId: newId(), id, method: 'GET', path: '/', body: '' })).toMatchObject({ code: 'SECRETS' });
      // They are typed in again.
      await register({ id, rev: 1, code: 'sealed-anew', headers: { 'x-key': 'again' } });
      expect(await loadConnector(id)).toMatchObject({ connector: { headers: { 'x-key': 'again' } } });
    } finally {
      process.env.NEXTAUTH_SECRET = own;
    }
  });

  it('that is switched off is not called', async () => {
    const { id } = await register();
    await disableConnector(admin, { commandId: newId(), id, rev: 1, disabled: true, reason: 'maintenance' });
    expect((await loadConnector(id)).kind).toBe('missing');
    expect(await refusalOf(disableConnector(admin, { commandId: newId(), id, rev: 1, disabled: false, reason: '' }))).toBe(
      'CONFLICT_STALE',
    );
    await disableConnector(admin, { commandId: newId(), id, rev: 2, disabled: false, reason: '' });
    expect((await loadConnector(id)).kind).toBe('ok');
    const unknown = { commandId: newId(), id: newId(), rev: 1, disabled: true, reason: '' };
    expect(await refusalOf(disableConnector(admin, unknown))).toBe('NOT_FOUND');
  });

  it('is tried out with the real call, on record, with the answer shown; also while it is switched off', async () => {
    const heard: { url: string; key: string; body: string }[] = [];
    const server = createServer((request, response) => {
      void request.toArray().then((chunks) => {
        heard.push({ url: request.url ?? '', key: String(request.headers['idempotency-key']), body: chunks.join('') });
        response.writeHead(request.url === '/api/none' ? 404 : 200).end('{"borrower":"x"}');
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const { id } = await register({ baseUrl, allowPrivate: true, headers: { 'x-key': 's3cret' } });
    await disableConnector(admin, { commandId: newId(), id, rev: 1, disabled: true, reason: '' });
    const [first, second] = [newId(), newId()];
    const ask = (path: string, body = '', ctx = admin, commandId = newId()) =>
      testConnector(ctx, { commandId, id, method: 'POST', path, body });
    expect(await ask('/loans/1', '{"a": 1}', admin, first)).toMatchObject({
      kind: 'response',
      status: 200,
      text: '{"borrower":"x"}',
      isCut: false,
    });
    expect(await ask('/none', '', admin, second)).toMatchObject({ kind: 'response', status: 404 });
    expect(await ask('/../secrets')).toMatchObject({ kind: 'failure', code: 'PATH_REFUSED' });
    expect(await refusalOf(ask('/loans/1', '{a}'))).toBe('FIELD_FORMAT');
    expect(await refusalOf(ask('/loans/1', '', designer))).toBe('FORBIDDEN');
    expect(heard).toEqual([
      { url: '/api/loans/1', key: first, body: '{"a":1}' },
      { url: '/api/none', key: second, body: '' },
    ]);
    const { rows } = await query<{ after: unknown }>({
      text: `select after from portal.audit_log where action = 'connector.tested' and subject_id = $1 order by id`,
      values: [id],
    });
    expect(rows.map(({ after }) => after)).toEqual([
      { method: 'POST', path: '/loans/1' },
      { method: 'POST', path: '/none' },
      { method: 'POST', path: '/../secrets' },
    ]);
    await new Promise((done) => server.close(done));
  });

  it('tells who uses it and how its last calls went, without what was sent', async () => {
    const { id } = await register();
    const { processId } = await publish(model().start('s', 'call').service('call', 'e', { connectorId: id }).end('e'));
    const call = (status: number | null, error: string | null, attempt: number) =>
      query({
        text: `insert into portal.connector_call (root_instance_id, id, job_id, element_id, connector_id, idempotency_key, attempt, request, status, response, error, started_at, ended_at)
               values ($1, $2, $1, 'call', $3, 'key', $6, '{"body":"4111 1111"}', $4, '{"text":"4111 1111"}', $5, now() - interval '1 s', now())`,
        values: [newId(), newId(), id, status, error, attempt],
      });
    expect((await connectorOverview(admin)).find((row) => row.id === id)).toMatchObject({ uses: 1, lastCall: null });
    await call(null, 'TIMEOUT', 1);
    await call(200, null, 2);
    expect((await getConnector(admin, { id })).uses).toEqual([
      { kind: 'process', id: processId, name: expect.anything(), parts: [{ zh: 'call', en: '' }] },
    ]);
    expect((await connectorOverview(admin)).find((row) => row.id === id)?.lastCall?.ok).toBe(true);
    const first = await listCalls(admin, { id, limit: 1 });
    expect(first.items).toMatchObject([{ status: 200, attempt: 2, ms: 1000 }]);
    const second = await listCalls(admin, { id, limit: 1, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ status: null, error: 'TIMEOUT', attempt: 1 }], nextCursor: null });
    expect(JSON.stringify([first, second])).not.toContain('4111');
    expect(await refusalOf(listCalls(designer, { id, limit: 1 }))).toBe('FORBIDDEN');
  });

  it('is for administrators of connectors; designers may choose one, nobody else sees them', async () => {
    const before = await stored();
    expect(await refusalOf(register({}, designer))).toBe('FORBIDDEN');
    expect(await refusalOf(listConnectors(employee))).toBe('FORBIDDEN');
    expect(await stored()).toEqual(before);
  });

  it('takes no headers that belong to the call, and no line breaks in them', () => {
    const input = (headers: Record<string, string>) =>
      SaveConnectorInput.safeParse({
        commandId: newId(),
        code: 'abc',
        nameZh: 'x',
        nameEn: '',
        baseUrl: 'https://a.example',
        headers,
        allowPrivate: false,
        timeoutMs: 1000,
      }).success;
    expect(input({ 'x-api-key': 'abc 123' })).toBe(true);
    const refused: Record<string, string>[] = [
      { Host: 'a' },
      { 'content-length': '1' },
      { 'Idempotency-Key': 'x' },
      { 'x-a': 'b\r\nx-c: d' },
      { 'x a': 'b' },
      { 'x-a': '\u0000' },
    ];
    for (const headers of refused) expect(input(headers), JSON.stringify(headers)).toBe(false);
  });

  it('leads to no private address unless that is allowed, and never to credentials, other schemes, databases or the portal', async () => {
    const own = process.env.NEXTAUTH_URL;
    process.env.NEXTAUTH_URL = 'https://flow.example.com';
    const privately = [
      '127.1',
      '0',
      '0.0.0.0',
      '0x7f.1',
      '2130706433',
      '0177.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[64:ff9b::7f00:1]',
      'localhost.',
      'LOCALHOST',
      '127。0。0。1',
      '10.0.0.1',
      'a.localhost',
    ].map((host) => `http://${host}:8080/x`);
    for (const url of privately) {
      expect(baseUrlFault(url, { allowPrivate: false }), url).toBe('private');
      expect(baseUrlFault(url, { allowPrivate: true }), url).toBeNull();
    }
    for (const host of ['169.254.169.254', '100.100.100.200', '168.63.129.16', '[fd00:ec2::254]', '[::ffff:a9fe:a9fe]'])
      for (const allowPrivate of [true, false]) expect(baseUrlFault(`http://${host}/x`, { allowPrivate }), host).toBe('metadata');
    const always = [
      'http://user@a.example/',
      'http://a.example#@evil.example/',
      'http://a.example/?x=1',
      'file:///etc/passwd',
      'gopher://a.example/',
      'unix:/var/run/docker.sock',
      'http://a.example/\r\nx',
      'http://a.example:5432/',
      'https://flow.example.com/api',
      'http:\\\\a.example',
      'javascript:alert(1)',
      '//a.example',
    ];
    for (const url of always) expect(baseUrlFault(url, { allowPrivate: true }), url).not.toBeNull();
    expect(baseUrlFault('https://core.example.com:8443/api/v1', { allowPrivate: false })).toBeNull();
    const before = await stored();
    expect(await refusalOf(register({ baseUrl: 'http://169.254.169.254/latest' }))).toBe('ADDRESS_REFUSED');
    expect(await stored()).toEqual(before);
    if (own === undefined) delete process.env.NEXTAUTH_URL;
    else process.env.NEXTAUTH_URL = own;
  });
});
