import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from './db/client';
import { idempotent } from './idempotent';
import { systemContext } from './system-context';

const ctx = systemContext('test');
const count = async () => (await query<{ n: number }>({ text: 'select count(*)::int as n from deed' })).rows[0]?.n;

beforeAll(() => query({ text: 'create table deed (what text)' }));

describe('a mutation', () => {
  const act = (commandId: string, what: string, verb = 'test.act') =>
    idempotent(ctx, verb, { commandId, what }, async (tx) => {
      await tx.query({ text: 'insert into deed values ($1)', values: [what] });
      return { done: what };
    });

  it('sent again, even at the same time, is done once and answered alike', async () => {
    const before = await count();
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => act(commandId, 'once')));
    expect(answers).toEqual(Array(8).fill({ done: 'once' }));
    expect(await count()).toBe((before ?? 0) + 1);
  });

  it('may not use the id of another one', async () => {
    const commandId = newId();
    await act(commandId, 'first');
    await expect(act(commandId, 'second')).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    await expect(act(commandId, 'first', 'test.other')).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('that failed left nothing behind, so its repeat is a first try', async () => {
    const commandId = newId();
    const failing = idempotent(ctx, 'test.act', { commandId, what: 'again' }, async (tx) => {
      await tx.query({ text: `insert into deed values ('half')` });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await act(commandId, 'again')).toEqual({ done: 'again' });
    expect((await query({ text: `select 1 from deed where what = 'half'` })).rowCount).toBe(0);
  });

  it('is the same whatever the order of its fields', async () => {
    const commandId = newId();
    await idempotent(ctx, 'test.act', { commandId, a: 1, b: { c: [1, { d: 2, e: 3 }] } }, () => Promise.resolve('x'));
    const repeat = idempotent(ctx, 'test.act', { b: { c: [1, { e: 3, d: 2 }] }, a: 1, commandId }, () => Promise.resolve('y'));
    expect(await repeat).toBe('x');
  });
});
