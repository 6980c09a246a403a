import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { signIn } from '@/server/auth/sign-in';
import { PASSWORD, anonymous, headersOf, makeUser } from '@/server/auth/testing';
import { query } from '@/server/db/client';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;

/** Open to anybody: the sign-in itself, and whether the node lives. */
const OPEN = ['auth/[...nextauth]', 'health', 'health/live', 'health/ready'];
const ORIGIN = 'http://127.0.0.1:3000';
const COMMAND = newId();

/** What a page of ours would send; each handler must refuse before it looks at any of it. */
const CALLS: Readonly<Record<string, { address: string; type: string; params: Record<string, string> }>> = {
  documents: { address: 'documents', type: 'multipart/form-data; boundary=x', params: {} },
  'documents/[documentId]': { address: `documents/${COMMAND}`, type: '', params: { documentId: COMMAND } },
  events: { address: 'events', type: '', params: {} },
  'org/export': { address: 'org/export?kind=users&format=csv', type: '', params: {} },
  'org/import': { address: `org/import?kind=users&mode=check&commandId=${COMMAND}`, type: 'application/octet-stream', params: {} },
  'trpc/[trpc]': { address: 'trpc/account.sessions', type: 'application/json', params: { trpc: 'account.sessions' } },
};

const found = Object.entries(import.meta.glob<Record<string, unknown>>('./**/route.ts')).map(([path, load]) => ({
  route: path.slice(2, -'/route.ts'.length),
  load,
}));
const guarded = found.filter(({ route }) => !OPEN.includes(route));

let cookie = '';
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  const user = await makeUser('newcomer', 'systemAdmin');
  const { sessionId } = await signIn(anonymous(), { login: user.login, password: PASSWORD }, null);
  cookie = (await headersOf(user, sessionId)).get('cookie') ?? '';
  await query({ text: 'update portal."user" set must_change_password = true where id = $1', values: [user.id] });
});

async function answers(route: string, handlers: Record<string, unknown>, headers: Record<string, string>) {
  const call = CALLS[route];
  if (!call) throw new Error(`${route} is new: say here how it is called`);
  const methods = Object.entries(handlers).filter((entry): entry is [string, Handler] => typeof entry[1] === 'function');
  return Promise.all(
    methods.map(async ([method, handle]) => {
      const body = method === 'GET' ? {} : { body: '{}', headers: { ...headers, origin: ORIGIN, 'content-type': call.type } };
      const request = new Request(`${ORIGIN}/api/${call.address}`, { method, headers, ...body });
      const response = await handle(request, { params: Promise.resolve(call.params) });
      const text = await response.text();
      return { method, status: response.status, code: /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? null };
    }),
  );
}

describe('the route handlers', () => {
  it('are known', () => {
    expect(guarded.map(({ route }) => route).toSorted()).toEqual(Object.keys(CALLS).toSorted());
  });

  it.each(guarded)('/api/$route refuses whoever is not signed in', async ({ route, load }) => {
    const given = await answers(route, await load(), {});
    expect(new Set(given.filter((one) => !isMethodRefused(one)).map(outcome))).toEqual(new Set(['401 UNAUTHENTICATED']));
  });

  it.each(guarded)('/api/$route refuses even an administrator until the given password is replaced', async ({ route, load }) => {
    const given = await answers(route, await load(), { cookie });
    expect(new Set(given.filter((one) => !isMethodRefused(one)).map(outcome))).toEqual(new Set(['403 PASSWORD_CHANGE_REQUIRED']));
  });
});

// helpers //////////////////////

function outcome({ status, code }: { status: number; code: string | null }): string {
  return `${status} ${code}`;
}

/** The API's one address takes every method, and refuses what a procedure is not for. */
function isMethodRefused({ status, code }: { status: number; code: string | null }): boolean {
  return status === 405 && code === 'METHOD_NOT_ALLOWED';
}
