import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { guardRequest } from './guard-request';

const URL = 'http://127.0.0.1:3000/api/trpc/task.act';
const json = { 'content-type': 'application/json' };

const post = (body: BodyInit, headers: Record<string, string> = {}, url = URL) =>
  guardRequest(new Request(url, { method: 'POST', headers: { ...json, ...headers }, body }));
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'passed',
    (error: { code?: string }) => error.code,
  );

describe('a request to the API', () => {
  it('passes with its body unchanged', async () => {
    const guarded = await post('{"a":"[{\\"[ 春"}', { origin: 'http://127.0.0.1:3000', 'content-type': 'application/json; charset=UTF-8' });
    expect(await guarded.json()).toEqual({ a: '[{"[ 春' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-7', ''])(
    'is refused with the content type %j',
    async (type) => {
      expect(await refused(post('{}', { 'content-type': type }))).toBe('CONTENT_TYPE');
    },
  );

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:3000.evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('is refused from another origin: %j', async (headers) => {
    expect(await refused(post('{}', headers))).toBe('FORBIDDEN');
  });

  it('is refused beyond a megabyte, before and after decompression', async () => {
    const large = 'x'.repeat(1_000_001);
    expect(await refused(post(large))).toBe('BODY_TOO_LARGE');
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(post(bomb, { 'content-encoding': 'gzip' }))).toBe('BODY_TOO_LARGE');
    expect(await refused(post('{}', { 'content-encoding': 'br' }))).toBe('CONTENT_TYPE');
    expect(await refused(post('not gzip', { 'content-encoding': 'gzip' }))).toBe('BODY_INVALID');
  });

  it('with a model file may be as large as the file may be, and is refused in its words beyond', async () => {
    const model = (bytes: number, calls = 'process.saveDraft') =>
      refused(post(`"${'x'.repeat(bytes)}"`, {}, `http://127.0.0.1:3000/api/trpc/${calls}`));
    expect(await model(3_000_000)).toBe('passed');
    expect(await model(3_000_000, 'process.categories,process.replaceDraft')).toBe('passed');
    expect(await model(3_200_000)).toBe('MODEL_TOO_LARGE');
    expect(await model(1_200_000, 'process.publish')).toBe('BODY_TOO_LARGE');
  });

  it('may be compressed', async () => {
    expect(await (await post(gzipSync('{"a":1}'), { 'content-encoding': 'gzip' })).json()).toEqual({ a: 1 });
  });

  it('is refused when it is not UTF-8 or nests too deeply', async () => {
    expect(await refused(post(new Uint8Array([0x22, 0xc3, 0x28, 0x22])))).toBe('BODY_ENCODING');
    expect(await refused(post('['.repeat(65) + ']'.repeat(65)))).toBe('BODY_DEPTH');
    expect(await refused(post(`"${'['.repeat(99)}"`))).toBe('passed');
  });

  it('makes at most ten calls, and says each thing once', async () => {
    const batch = (count: number) =>
      `http://127.0.0.1:3000/api/trpc/${Array.from({ length: count }, () => 'account.me').join(',')}?batch=1`;
    expect(await refused(guardRequest(new Request(batch(10))))).toBe('passed');
    expect(await refused(guardRequest(new Request(batch(11))))).toBe('BATCH_TOO_LARGE');
    expect(await refused(guardRequest(new Request(batch(11).replaceAll(',', '%2C'))))).toBe('BATCH_TOO_LARGE');
    expect(await refused(guardRequest(new Request(`${batch(1)}&input=1&input=2`)))).toBe('BODY_INVALID');
  });

  it('whose address is no text is not found', async () => {
    expect(await refused(guardRequest(new Request(`${URL}%E0%A4%A`)))).toBe('NOT_FOUND');
  });

  it('is a GET or a POST', async () => {
    expect(await refused(guardRequest(new Request(URL, { method: 'PUT', headers: json, body: '{}' })))).toBe('METHOD_NOT_ALLOWED');
  });
});
