import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { addUser, ctxOf, refusalOf } from '@/test/portal';
import { baseUrlFault } from './base-url';
import { listConnectors } from './list';
import { loadConnector } from './load';
import { disableConnector, saveConnector, SaveConnectorInput } from './save';

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
    name: { zh: '系统', en: '' },
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
    expect((await loadConnector(id))?.headers).toEqual({ authorization: 'Bearer s3cret' });
    const seen = JSON.stringify([await listConnectors(admin), await listConnectors(designer)]);
    expect(seen).toContain('"hasSecrets":true');
    expect(seen).not.toContain('s3cret');
    const { rows } = await query({
      text: `select (select string_agg(c::text, '') from portal.connector c) || (select string_agg(a::text, '') from portal.audit_log a) || (select string_agg(l::text, '') from portal.command_log l) as everything`,
    });
    expect(JSON.stringify(rows)).not.toContain('s3cret');
  });

  it('keeps them when it is changed without new ones, and is changed from the revision that was seen', async () => {
    const { id } = await register({ code: 'kept', headers: { 'x-key': 'k' } });
    await register({ id, rev: 1, code: 'kept', baseUrl: 'https://other.example.com' });
    expect(await loadConnector(id)).toMatchObject({ baseUrl: 'https://other.example.com', headers: { 'x-key': 'k' } });
    const before = await stored();
    expect(await refusalOf(register({ id, rev: 1, code: 'kept' }))).toBe('CONFLICT_STALE');
    expect(await refusalOf(register({ code: 'kept' }))).toBe('NAME_TAKEN');
    expect(await stored()).toEqual(before);
  });

  it('that is switched off is not called', async () => {
    const { id } = await register();
    await disableConnector(admin, { commandId: newId(), id, disabled: true });
    expect(await loadConnector(id)).toBeNull();
    await disableConnector(admin, { commandId: newId(), id, disabled: false });
    expect(await loadConnector(id)).not.toBeNull();
    expect(await refusalOf(disableConnector(admin, { commandId: newId(), id: newId(), disabled: true }))).toBe('NOT_FOUND');
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
        name: { zh: 'x', en: '' },
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
      '169.254.169.254',
      '100.100.100.200',
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
    expect(await refusalOf(register({ baseUrl: 'http://169.254.169.254/latest' }))).toBe('FIELD_FORMAT');
    expect(await stored()).toEqual(before);
    if (own === undefined) delete process.env.NEXTAUTH_URL;
    else process.env.NEXTAUTH_URL = own;
  });
});
