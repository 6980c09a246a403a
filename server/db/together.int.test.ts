import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { constraintOf, isConnectionLost, sqlState } from './sql-error';
import type { BatchStatement } from './batch';
import { closePool, dedicatedClient, pool, query } from './client';
import { queryTogether } from './together';
import { withTransaction } from './unit-of-work';

type Written = { id: number; txid: string; pid: number };

beforeAll(async () => {
  await query({ text: 'create table passenger (id int primary key, name text unique, times int not null default 1)' });
  await query({ text: 'create table late (id int references passenger deferrable initially deferred)' });
});

afterEach(() => query({ text: 'truncate passenger, late' }));

const put = (id: number, name = `name ${id}`): BatchStatement => ({
  name: 'test_put',
  text: 'insert into passenger (id, name) values ($1, $2) returning id, pg_current_xact_id()::text as txid, pg_backend_pid() as pid',
  values: [id, name],
});

const divide = (by: number): BatchStatement => ({ name: 'test_divide', text: 'select 6 / $1::int as result', values: [by] });

async function ids(): Promise<number[]> {
  const { rows } = await query<{ id: number }>({ text: 'select id from passenger order by id' });
  return rows.map(({ id }) => id);
}

const many = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe('statements that come at the same moment', () => {
  it('are shared out between two transactions on one connection, and each gets its own rows', async () => {
    const answers = await Promise.all(many(12).map((id) => queryTogether<Written>(put(id))));
    expect(answers.map(({ rows }) => rows.map(({ id }) => id))).toEqual(many(12).map((id) => [id]));
    expect(new Set(answers.map(({ rows }) => rows[0]?.txid)).size).toBe(2);
    expect(new Set(answers.map(({ rows }) => rows[0]?.pid)).size).toBe(1);
    expect(await ids()).toEqual(many(12));
  });

  it('are of any kind, and values of any type', async () => {
    const typed = {
      name: 'test_typed',
      text: 'select $1::text as text, $2::int as int, $3::boolean as yes, $4::bytea as bytes, $5::timestamptz as at, $6::jsonb as json where $7::int is null',
      values: ['文', 7, true, Buffer.from([1, 2]), '2026-11-21T05:43:16.953Z', '{"a":[1]}', null],
    };
    const [one, none, other] = await Promise.all([
      queryTogether(typed),
      queryTogether({ ...typed, values: [...typed.values.slice(0, 6), 1] }),
      queryTogether(divide(2)),
    ]);
    expect(one.rows).toEqual([
      { text: '文', int: 7, yes: true, bytes: Buffer.from([1, 2]), at: '2026-11-21T05:43:16.953Z', json: { a: [1] } },
    ]);
    expect(none.rows).toEqual([]);
    expect(other.rows).toEqual([{ result: 3 }]);
  });

  it('take texts of every length, in every script, as they are', async () => {
    const echo = (text: string): BatchStatement => ({ name: 'test_echo', text: 'select $1::text as text', values: [text] });
    const lengths = [...many(80), 16_384, 70_000, 300_000];
    const texts = [
      '',
      ...lengths.flatMap((length) => ['a'.repeat(length), `${'b'.repeat(length - 1)}批`, '朱批'.repeat(length), '🀄'.repeat(length)]),
    ];
    const answers = await Promise.all(texts.map((text) => queryTogether<{ text: string }>(echo(text))));
    expect(answers.every(({ rows }, index) => rows[0]?.text === texts[index])).toBe(true);
  });

  it('of which two are there while more come: none is lost, none is run twice', async () => {
    const waves = await Promise.all(many(200).map((id) => sleep(id % 7).then(() => queryTogether<Written>(put(id)))));
    expect(waves.map(({ rows }) => rows[0]?.id)).toEqual(many(200));
    expect(await ids()).toEqual(many(200));
    expect(pool().idleCount).toBe(pool().totalCount);
  });
});

describe('a statement alone', () => {
  it('is a transaction of its own', async () => {
    const first = await queryTogether<Written>(put(1));
    const second = await queryTogether<Written>(put(2));
    expect(first.rows[0]?.txid).not.toBe(second.rows[0]?.txid);
  });
});

describe('a statement that fails among others', () => {
  it('is refused alone, and the others are written once', async () => {
    const attempts = await Promise.allSettled(
      [put(1), put(2, 'same'), put(3, 'same'), put(4), put(1, 'again')].map((one) => queryTogether(one)),
    );
    const failed = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [constraintOf(attempt.reason)] : []));
    expect(new Set(failed)).toEqual(new Set(['passenger_name_key', 'passenger_pkey']));
    expect(failed).toHaveLength(2);
    expect((await ids()).map((id) => (id === 3 ? 2 : id))).toEqual([1, 2, 4]);
  });

  it('also at the commit, by what was deferred', async () => {
    const late = (id: number): BatchStatement => ({ name: 'test_late', text: 'insert into late values ($1)', values: [id] });
    const attempts = await Promise.allSettled([put(1), late(9), put(2), late(1)].map((one) => queryTogether(one)));
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', expect.any(String)]);
    expect(await ids()).toEqual([1, 2]);
  });

  it('also before it is sent, by a value that cannot be', async () => {
    const strange = { ...put(1), values: [1, { no: 'value' }] } as unknown as BatchStatement;
    const attempts = await Promise.allSettled([put(2), strange, put(3), put(4)].map((one) => queryTogether(one)));
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', expect.any(String), 'fulfilled', 'fulfilled']);
    expect((await ids()).filter((id) => id > 1)).toEqual([2, 3, 4]);
    expect(pool().idleCount).toBe(pool().totalCount);
  });

  it('leaves its connection with a clear idea of its prepared statements', async () => {
    for (let round = 0; round < 20; round++) {
      const fresh = (by: number): BatchStatement => ({ ...divide(by), name: `test_fresh_${round}` });
      const attempts = await Promise.allSettled(
        [fresh(0), divide(2), fresh(3), fresh(1)].map((one) => queryTogether<{ result: number }>(one)),
      );
      expect(
        attempts.map((attempt) => (attempt.status === 'fulfilled' ? attempt.value.rows[0]?.result : sqlState(attempt.reason))),
      ).toEqual(['22012', 3, 2, 6]);
      const again = await Promise.all(many(4).map(() => queryTogether<{ result: number }>(fresh(2))));
      expect(again.map(({ rows }) => rows[0]?.result)).toEqual([3, 3, 3, 3]);
    }
  });
});

describe('a flight whose connection is killed', () => {
  it('is BUSY for all who are on its line, with the loss as its cause, and the next one flies', async () => {
    const end: BatchStatement = { name: 'test_end', text: 'select pg_terminate_backend(pg_backend_pid())', values: [] };
    const attempts = await Promise.allSettled([put(1), end, put(2), put(3)].map((one) => queryTogether(one)));
    expect(attempts.map(codeOf)).toEqual(['BUSY', 'BUSY', 'BUSY', 'BUSY']);
    const causes = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [(attempt.reason as AppError).cause] : []));
    expect(causes.map(isConnectionLost)).toEqual([true, true, true, true]);
    await Promise.all([queryTogether(put(1)), queryTogether(put(4))]);
    expect(await ids()).toEqual([1, 4]);
  });

  it('is BUSY for all when there is no connection to be had', async () => {
    const url = process.env.DATABASE_URL;
    await closePool();
    process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing';
    try {
      const attempts = await Promise.allSettled(many(3).map((id) => queryTogether(put(id))));
      expect(attempts.map(codeOf)).toEqual(['BUSY', 'BUSY', 'BUSY']);
    } finally {
      await closePool();
      process.env.DATABASE_URL = url;
    }
    expect((await queryTogether<Written>(put(1))).rows[0]?.id).toBe(1);
  });
});

describe('a lock that somebody holds', () => {
  it('holds up only who needs it', async () => {
    await queryTogether(put(1));
    const holder = dedicatedClient();
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query('update passenger set times = 2 where id = 1');
      const wanting = queryTogether<{ times: number }>({
        name: 'test_want',
        text: 'update passenger set times = times + 1 where id = $1 returning times',
        values: [1],
      });
      const others = await Promise.all(many(40).map((id) => queryTogether(put(id + 1))));
      expect(others).toHaveLength(40);
      await holder.query('commit');
      expect((await wanting).rows).toEqual([{ times: 3 }]);
    } finally {
      await holder.end();
    }
  });

  it('and long statements hold up nobody who comes later', async () => {
    let landed = 0;
    const slow: BatchStatement = { name: 'test_slow', text: 'select pg_advisory_xact_lock($1)', values: [77] };
    const waits: Promise<unknown>[] = [];
    await withTransaction(async (tx) => {
      await tx.query({ text: 'select pg_advisory_xact_lock(77)' });
      for (let at = 0; at < 3; at++) {
        waits.push(queryTogether(slow).then(() => (landed += 1)));
        await sleep(20);
      }
      expect((await queryTogether<Written>(put(1))).rows[0]?.id).toBe(1);
      expect(landed).toBe(0);
    });
    await Promise.all(waits);
    expect(landed).toBe(3);
  });
});

function codeOf(attempt: PromiseSettledResult<unknown>): string {
  return attempt.status === 'rejected' && attempt.reason instanceof AppError ? attempt.reason.code : attempt.status;
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
