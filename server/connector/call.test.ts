import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callConnector, targetOf } from './call';
import { isPrivateAddress } from './guarded-lookup';

const connector = { id: 'c', code: 'c', headers: { 'x-token': 's3cret' }, timeoutMs: 400 };
let server: Server;
let base = '';
let hits: { url: string; key: string | undefined; token: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      hits.push({
        url: request.url ?? '',
        key: request.headers['idempotency-key'] as string | undefined,
        token: request.headers['x-token'] as string | undefined,
        body,
      });
      if (request.url === '/v1/slow') return;
      if (request.url === '/v1/drip') return void response.writeHead(200).write('{"a":');
      if (request.url === '/v1/big') return response.end('x'.repeat(1_100_000));
      if (request.url === '/v1/text') return response.end('hello');
      if (request.url === '/v1/moved') return response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      if (request.url === '/v1/busy') return response.writeHead(429, { 'retry-after': '7' }).end('{"e":1}');
      return response.end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)).then(() => server.closeAllConnections()));

const call = (path: string, allowPrivate = true, baseUrl = base) =>
  callConnector({ ...connector, baseUrl, allowPrivate }, { method: 'POST', path, body: { a: '1.10' }, idempotencyKey: 'k-1' });

describe('a call of an outside system', () => {
  it('sends the key, the sealed headers and the body, and reads JSON', async () => {
    hits = [];
    expect(await call('/loans/1')).toMatchObject({ kind: 'response', status: 200, json: { ok: true } });
    expect(hits).toEqual([{ url: '/v1/loans/1', key: 'k-1', token: 's3cret', body: '{"a":"1.10"}' }]);
  });
  it('follows no redirect and reads how long to wait', async () => {
    expect(await call('/moved')).toMatchObject({ kind: 'response', status: 302 });
    expect(await call('/busy')).toMatchObject({ kind: 'response', status: 429, retryAfterSeconds: 7 });
  });
  it('gives up on what is slow, too large or no JSON', async () => {
    expect(await call('/slow')).toMatchObject({ kind: 'failure', code: 'TIMEOUT' });
    expect(await call('/drip')).toMatchObject({ kind: 'failure', code: 'TIMEOUT' });
    expect(await call('/big')).toMatchObject({ kind: 'failure', code: 'TOO_LARGE' });
    expect(await call('/text')).toMatchObject({ kind: 'failure', code: 'NOT_JSON' });
  });
  it('reaches no private address unless the administrator allowed it', async () => {
    hits = [];
    expect(await call('/loans/1', false)).toMatchObject({ kind: 'failure', code: 'ADDRESS_REFUSED' });
    const port = new URL(base).port;
    for (const host of [
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
      'localhost',
    ])
      expect(await call('/loans/1', false, `http://${host}:${port}/v1`), host).toMatchObject({ kind: 'failure', code: 'ADDRESS_REFUSED' });
    // Whether a name server knows the rooted spelling differs from place to place.
    expect(await call('/loans/1', false, `http://localhost.:${port}/v1`)).toMatchObject({ kind: 'failure' });
    expect(hits).toEqual([]);
  });
  it('reaches the metadata of a cloud host never, also where private addresses are allowed', async () => {
    for (const host of ['169.254.169.254', '[::ffff:169.254.169.254]', '100.100.100.200', '[fd00:ec2::254]'])
      expect(await call('/latest', true, `http://${host}/`), host).toMatchObject({ kind: 'failure', code: 'ADDRESS_REFUSED' });
  });
  it('stays below the connector’s address', () => {
    for (const path of ['//evil/x', '/\\evil', '/../admin', '/a/%2e%2e/%2e%2e/admin', '/a\r\nX: y', '/a b', 'http://evil/', '@evil/', ''])
      expect(targetOf('http://core.local/v1', path), path).toBeNull();
    expect(targetOf('http://core.local/v1', '/loans/1?x=%2F..')?.href).toBe('http://core.local/v1/loans/1?x=%2F..');
  });
  it('knows private networks in every spelling', () => {
    for (const address of [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '::ffff:a00:1',
      '2002:a00:1::1',
      '::10.0.0.1',
      '64:ff9b::a00:1',
    ])
      expect(isPrivateAddress(address), address).toBe(true);
    for (const address of ['1.1.1.1', '2606:4700::1111', '::ffff:1.1.1.1']) expect(isPrivateAddress(address), address).toBe(false);
  });
});
