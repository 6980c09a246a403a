import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { signIn } from '../auth/sign-in';
import { PASSWORD, type TestUser, anonymous, headersOf, makeUser } from '../auth/testing';
import { query } from '../db/client';
import { takeCalls } from './call-limit';
import { handleRequest } from './handle-request';

const BASE = 'http://127.0.0.1:3000/api/trpc';
let user: TestUser;
let cookie: string;

type Answer = {
  status: number;
  headers: Headers;
  body: { error?: { message: string; data: Record<string, unknown> }; result?: { data: unknown } };
};

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  user = await makeUser('caller');
  const { sessionId } = await signIn(anonymous(), { login: user.login, password: PASSWORD }, null);
  cookie = (await headersOf(user, sessionId)).get('cookie') ?? '';
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return answerOf(await handleRequest(new Request(`${BASE}/${path}`, { headers: { cookie, ...headers } })));
}

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const all = { cookie, 'content-type': 'application/json', origin: 'http://127.0.0.1:3000', ...headers };
  return answerOf(await handleRequest(new Request(`${BASE}/${path}`, { method: 'POST', headers: all, body })));
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  expect(text).not.toMatch(/\bat \/|node_modules|select |portal\./);
  return { status: response.status, headers: response.headers, body: text ? (JSON.parse(text) as Answer['body']) : {} };
}

const code = ({ status, body }: Answer) => [status, body.error?.data.code];

describe('the API over HTTP', () => {
  it('answers the signed-in person, and nobody may keep the answer', async () => {
    const answer = await get('account.me');
    expect(answer.status).toBe(200);
    expect(answer.body.result?.data).toMatchObject({ userId: user.id, login: 'caller' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('refuses whoever is not signed in, in the language that was asked for', async () => {
    const answer = await get('account.me', { cookie: 'vm-locale=en', 'x-request-id': 'request-00000001' });
    expect(code(answer)).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.body.error?.message).toBe('Sign in first.');
    expect(answer.body.error?.data.requestId).toBe('request-00000001');
    expect((await get('account.me', { cookie: '' })).body.error?.message).toBe('请先登录。');
  });

  it('invents a request id when the given one is no such thing', async () => {
    const answer = await get('account.me', { 'x-request-id': '{"level":50}' });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it.each(['no.such', '__proto__', 'account.__proto__', 'then', 'account.then', 'constructor', 'account'])(
    'does not know %s',
    async (path) => {
      expect(code(await get(path))).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('changes nothing on GET', async () => {
    expect(code(await get(`account.endSessions?input=${encodeURIComponent(JSON.stringify({ commandId: newId() }))}`))).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
    ]);
  });

  it('takes a query whose input is too long for an address as POST, under the guards of one', async () => {
    const input = JSON.stringify({
      of: 'start',
      processId: newId(),
      versionId: newId(),
      values: { reason: '很长'.repeat(50_000) },
      chosen: {},
    });
    expect(code(await post('instance.preview', input))).toEqual([404, 'NOT_FOUND']);
    expect(code(await post('instance.preview', input, { origin: 'https://evil.example' }))).toEqual([403, 'FORBIDDEN']);
  });

  it.each(['{', '', '{"a":1}x', 'null'])('refuses a body that is no input: %j', async (body) => {
    expect((await post('account.updatePreferences', body)).status).toBe(400);
  });

  it('refuses unknown fields by name, and stores nothing', async () => {
    const answer = await post(
      'account.updatePreferences',
      JSON.stringify({ commandId: newId(), theme: 'dark', permissions: ['org.manage'] }),
    );
    expect(code(answer)).toEqual([400, 'FIELD_UNKNOWN']);
    expect(answer.body.error?.data.path).toBe('permissions');
    expect((await query({ text: 'select theme from portal."user" where id = $1', values: [user.id] })).rows).toEqual([{ theme: 'auto' }]);
  });

  it('refuses another origin and another content type before anything else', async () => {
    const body = JSON.stringify({ commandId: newId(), theme: 'dark' });
    expect(code(await post('account.updatePreferences', body, { origin: 'https://evil.example' }))).toEqual([403, 'FORBIDDEN']);
    expect(code(await post('account.updatePreferences', body, { 'content-type': 'text/plain' }))).toEqual([415, 'CONTENT_TYPE']);
  });

  it('answers ten calls at once and refuses eleven', async () => {
    const batch = (count: number) => `${Array.from({ length: count }, () => 'account.me').join(',')}?batch=1&input=%7B%7D`;
    const ten = await handleRequest(new Request(`${BASE}/${batch(10)}`, { headers: { cookie } }));
    expect([ten.status, ((await ten.json()) as unknown[]).length]).toEqual([200, 10]);
    expect(code(await get(batch(11)))).toEqual([400, 'BATCH_TOO_LARGE']);
  });

  it('does a repeated command once', async () => {
    const body = JSON.stringify({ commandId: newId(), theme: 'dark' });
    expect((await post('account.updatePreferences', body)).status).toBe(200);
    expect((await post('account.updatePreferences', body)).status).toBe(200);
    const { rows } = await query<{ n: number }>({
      text: `select count(*)::int as n from portal.audit_log where action = 'user.preferencesChanged' and subject_id = $1`,
      values: [user.id],
    });
    expect(rows[0]?.n).toBe(1);
  });

  it('leaves no trace on objects', async () => {
    await post(
      'account.updatePreferences',
      `{"commandId":"${newId()}","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('slows down who calls without end, says how long to wait, and leaves others alone', async () => {
    // given
    const wild = await makeUser('wild');
    const { sessionId } = await signIn(anonymous(), { login: 'wild', password: PASSWORD }, null);
    const theirs = (await headersOf(wild, sessionId)).get('cookie') ?? '';
    takeCalls(wild.id, 3_000);
    // then
    const answer = await get('account.me', { cookie: theirs });
    expect(code(answer)).toEqual([429, 'RATE_LIMITED']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get('account.me')).status).toBe(200);
  });

  it('dies with its session', async () => {
    await query({ text: 'update portal."user" set disabled_at = now() where id = $1', values: [user.id] });
    expect(code(await get('account.me'))).toEqual([401, 'UNAUTHENTICATED']);
  });
});
