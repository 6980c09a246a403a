import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CountingProxy } from '@/test/counting-proxy';
import type { BatchStatement } from './batch';
import { closePool, pool, query } from './client';
import { type Landing, Line } from './line';
import { isConnectionLost, sqlState } from './sql-error';

let proxy: CountingProxy;
const direct = process.env.DATABASE_URL ?? '';

beforeAll(async () => {
  await query({ text: 'create table parcel (id int primary key)' });
  await closePool();
  const proxied = await CountingProxy.before(direct);
  proxy = proxied.proxy;
  process.env.DATABASE_URL = proxied.url;
});

afterEach(() => query({ text: 'truncate parcel' }));

afterAll(async () => {
  await closePool();
  await proxy.close();
  process.env.DATABASE_URL = direct;
});

const put = (id: number): BatchStatement => ({
  name: 'test_put',
  text: 'insert into parcel values ($1) returning id, pg_current_xact_id()::text as txid, pg_backend_pid() as pid',
  values: [id],
});
const slow: BatchStatement = { name: 'test_slow', text: 'select pg_sleep(0.1)::text as slept', values: [] };
const end: BatchStatement = { name: 'test_end', text: 'select pg_terminate_backend(pg_backend_pid())', values: [] };
const divide = (name: string, by: number): BatchStatement => ({ name, text: 'select 6 / $1::int as result', values: [by] });

async function ids(): Promise<number[]> {
  const { rows } = await query<{ id: number }>({ text: 'select id from parcel order by id' });
  return rows.map(({ id }) => id);
}

function fail(): never {
  throw new Error('it has no text');
}

function valuesOf(landing: Landing, column: string): unknown[] {
  return 'rows' in landing ? landing.rows.flatMap((rows) => rows.map((row) => row[column])) : [sqlState(landing.error)];
}

function pidsOf(...landings: Landing[]): unknown[] {
  return landings.flatMap((landing) => valuesOf(landing, 'pid')).filter((pid) => pid !== undefined);
}

describe('flights on one line', () => {
  it('are sent while those before them are on their way: one round trip, two transactions', async () => {
    await new Line().fly([slow, put(0)]);
    const line = new Line();
    const [first, second] = [line.fly([slow, put(1)]), line.fly([put(2), put(3)])];
    expect(await proxy.count(() => Promise.all([first, second]))).toBe(1);
    expect(new Set(pidsOf(await first, await second)).size).toBe(1);
    expect(new Set([...valuesOf(await first, 'txid'), ...valuesOf(await second, 'txid')])).toHaveProperty('size', 3);
    expect(line.isClosed).toBe(true);
    expect(pool().idleCount).toBe(pool().totalCount);
    expect(await ids()).toEqual([0, 1, 2, 3]);
  });

  it('are each answered by their own rows, in a long row of them', async () => {
    const line = new Line();
    const landings = await Promise.all(Array.from({ length: 50 }, (_, at) => line.fly([put(at * 2), put(at * 2 + 1)])));
    expect(landings.flatMap((landing) => valuesOf(landing, 'id'))).toEqual(Array.from({ length: 100 }, (_, at) => at));
  });

  it('are written when the one before them fails, and the line takes no more', async () => {
    const line = new Line();
    const [first, second] = await Promise.all([line.fly([put(1), put(1)]), line.fly([put(2), put(3)])]);
    expect(valuesOf(first, 'id')).toEqual(['23505']);
    expect(valuesOf(second, 'id')).toEqual([2, 3]);
    expect(line.isClosed).toBe(true);
    expect(pool().idleCount).toBe(pool().totalCount);
    expect(await ids()).toEqual([2, 3]);
  });

  it('share what the first of them has prepared; when it fails before, they fail too, and their connection goes', async () => {
    const known = new Line();
    const [one, two] = await Promise.all([known.fly([divide('test_new', 1)]), known.fly([divide('test_new', 2), divide('test_new', 3)])]);
    expect([...valuesOf(one, 'result'), ...valuesOf(two, 'result')]).toEqual([6, 3, 2]);
    const { totalCount } = pool();
    const unknown = new Line();
    const [third, fourth] = await Promise.all([
      unknown.fly([put(1), put(1), divide('test_newer', 1)]),
      unknown.fly([put(2), divide('test_newer', 2)]),
    ]);
    expect([...valuesOf(third, 'id'), ...valuesOf(fourth, 'id')]).toEqual(['23505', '26000']);
    expect(pool().totalCount).toBe(totalCount - 1);
    expect(await ids()).toEqual([]);
  });

  it('are told when their connection is lost, also those of whom the server has not heard', async () => {
    const line = new Line();
    const attempts = await Promise.allSettled([line.fly([put(1), end]), line.fly([put(2), put(3)])]);
    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const causes = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [(attempt.reason as Error).cause] : []));
    expect(causes.map(isConnectionLost)).toEqual([true, true]);
    expect(line.isClosed).toBe(true);
    expect(pool().idleCount).toBe(pool().totalCount);
    expect(await ids()).toEqual([]);
  });

  it('of which one cannot be sent are not mixed up', async () => {
    const line = new Line();
    const strange = { ...put(1), values: [{ toString: () => fail() }] } as unknown as BatchStatement;
    const landings = await Promise.all([line.fly([slow, put(1)]), line.fly([put(2), strange]), line.fly([put(3), put(4)])]);
    expect(landings.map((landing) => valuesOf(landing, 'id'))).toEqual([[undefined, 1], [undefined], [3, 4]]);
    expect(await ids()).toEqual([1, 3, 4]);
  });
});

describe('a line that is never empty', () => {
  it('gives way when its connection holds too many prepared statements', async () => {
    const held: unknown[] = [];
    let line = new Line();
    let before = line.fly([put(0)]);
    for (let at = 1; at <= 700; at++) {
      if (line.isClosed) line = new Line();
      const text = `select ${at} as at, (select count(*)::int from pg_prepared_statements) as held`;
      const next = line.fly([{ name: `test_many_${at}`, text, values: [] }]);
      await before;
      held.push(...valuesOf(await before, 'held'));
      before = next;
    }
    await before;
    expect(pool().idleCount).toBe(pool().totalCount);
    expect(Math.max(...held.filter((count) => typeof count === 'number'))).toBeLessThan(620);
    expect(held.filter((count) => typeof count === 'number')).toHaveLength(699);
  });
});
