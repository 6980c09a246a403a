import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { newId } from '@/lib/id';
import { signIn } from '../auth/sign-in';
import { PASSWORD, anonymous, headersOf, makeUser } from '../auth/testing';
import { prefetch } from './prefetch';

// What Next hands to a server component; everything behind it is real.
const incoming = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(incoming.headers) }));

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
});
afterEach(() => {
  incoming.headers = new Headers();
});

async function come(login: string): Promise<void> {
  const user = await makeUser(login);
  incoming.headers = await headersOf(user, (await signIn(anonymous(), { login, password: PASSWORD }, null)).sessionId);
}

it('reads for the one who asks, under the keys by which the browser finds it', async () => {
  // given
  await come('prefetching');
  // when
  const state = await prefetch(({ trpc, api, read, firstPage }) => [
    read(trpc.task.counts.queryOptions({})),
    firstPage(trpc.instance.listMine.infiniteQueryKey({ limit: 30, state: 'all' }), api.instance.listMine({ limit: 30, state: 'all' })),
  ]);
  // then
  expect(state?.queries.map(({ queryKey, state: { data } }) => [queryKey, data])).toEqual([
    [[['task', 'counts'], { input: {}, type: 'query' }], expect.objectContaining({ todo: { count: 0, more: false } })],
    [
      [['instance', 'listMine'], { input: { limit: 30, state: 'all' }, type: 'infinite' }],
      { pages: [{ items: [], nextCursor: null }], pageParams: [undefined] },
    ],
  ]);
});

it('does not fail for a visitor, nor for a record that is not there: the browser asks then', async () => {
  expect(await prefetch(({ trpc, read }) => [read(trpc.task.counts.queryOptions({}))])).toBeNull();
  await come('curious');
  expect(
    await prefetch(({ trpc, read }) => [read(trpc.task.counts.queryOptions({})), read(trpc.instance.byId.queryOptions({ id: newId() }))]),
  ).toBeNull();
});
