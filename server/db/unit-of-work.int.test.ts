import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { sql } from 'drizzle-orm';
import { AppError } from '@/lib/errors';
import { pool, query } from './client';
import { type Tx, withTransaction } from './unit-of-work';

const killer = { client: undefined as pg.Client | undefined };
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled);
  killer.client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await killer.client.connect();
  // Every row says which transaction wrote it, so a statement that ran outside its own is seen.
  await query({
    text: 'create table trace (run int, step int, txid xid8 default pg_current_xact_id(), backend int default pg_backend_pid())',
  });
  await query({ text: 'create table account (id int primary key, amount int not null)' });
  await query({ text: 'insert into account values (1, 0), (2, 0)' });
});

beforeEach(() => unhandled.splice(0));

afterAll(async () => {
  process.off('unhandledRejection', onUnhandled);
  await killer.client?.end();
});

describe('a transaction whose connection is killed', () => {
  const STEPS = 5;

  it('rejects at once and leaves nothing outside it, at every await, while the pool is busy', async () => {
    // given: writers that keep every connection of the pool busy
    let stop = false;
    const neighbours = Array.from({ length: 12 }, (_, n) => writeUntil(() => stop, 1000 + n));
    // when: the backend is ended before the first statement, between any two, and before the commit, in three ways of waiting
    const outcomes = [];
    for (let run = 0; run < (STEPS + 1) * 12; run++) outcomes.push(await runAndKill(run, run % (STEPS + 1), run % 3));
    stop = true;
    const written = (await Promise.all(neighbours)).flat();
    // then
    expect(outcomes.every((outcome) => outcome.rejected instanceof AppError && outcome.rejected.code === 'BUSY')).toBe(true);
    expect(outcomes.every((outcome) => outcome.afterwards.every((result) => result === 'refused'))).toBe(true);
    const left = await query({ text: 'select count(*)::int as n from trace where run < 1000' });
    expect(left.rows).toEqual([{ n: 0 }]);
    const rows = await query<{ run: number; step: number; txid: string }>({ text: 'select run, step, txid from trace' });
    // Each neighbour's transaction is whole: two rows, of one transaction.
    expect(rows.rows).toHaveLength(written.length * 2);
    expect(new Set(rows.rows.map((row) => row.txid)).size).toBe(written.length);
    expect(unhandled).toEqual([]);
    expect(pool().waitingCount).toBe(0);
    expect(pool().idleCount).toBe(pool().totalCount);
  });

  it('rejects a statement that is running when the backend ends', async () => {
    const running = withTransaction(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
      setTimeout(() => void kill(rows[0]?.pid ?? 0), 50);
      await tx.query({ text: 'select pg_sleep(30)' });
    });
    await expect(running).rejects.toMatchObject({ code: 'BUSY' });
    expect(unhandled).toEqual([]);
  });

  it('rejects when Postgres ends a transaction that idles too long', async () => {
    const idle = withTransaction(async (tx) => {
      await tx.query({ text: "set local idle_in_transaction_session_timeout = '50ms'" });
      await tx.query({ text: 'insert into trace values (1, 1)' });
      await until(async () => (await query({ text: "select 1 from pg_stat_activity where state = 'idle in transaction'" })).rowCount === 0);
      await tx.query({ text: 'insert into trace values (1, 2)' });
    });
    await expect(idle).rejects.toMatchObject({ code: 'BUSY' });
    expect((await query({ text: 'select 1 from trace where run = 1' })).rowCount).toBe(0);
  });

  it('begins on another connection when a pooled one died while idle', async () => {
    await Promise.all(Array.from({ length: 10 }, () => query({ text: 'select pg_sleep(0.02)' })));
    await kill(...(await backends()));
    expect(await withTransaction(async (tx) => (await tx.query<{ n: number }>({ text: 'select 1 as n' })).rows[0]?.n)).toBe(1);
  });

  async function runAndKill(run: number, killAt: number, way: number) {
    const afterwards: string[] = [];
    const note = (work: Promise<unknown>) =>
      work.then(
        () => void afterwards.push('ran'),
        () => void afterwards.push('refused'),
      );
    const insert = (tx: Tx, step: number) =>
      way === 1
        ? tx.drizzle.execute(sql`insert into trace (run, step) values (${run}, ${step})`)
        : tx.query({ name: 'trace', text: 'insert into trace (run, step) values ($1, $2)', values: [run, step] });
    const rejected: unknown = await withTransaction(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
      for (let step = 0; step < STEPS; step++) {
        if (step === killAt) await kill(rows[0]?.pid ?? 0);
        // Way 2 swallows the failure and goes on, as careless code would.
        if (way === 2)
          await note(Promise.resolve(insert(tx, step)).then(() => step < killAt || Promise.reject(new Error('late')))).then(
            () => step < killAt && afterwards.pop(),
          );
        else await insert(tx, step);
      }
      if (killAt === STEPS) await kill(rows[0]?.pid ?? 0);
    }).then(
      () => 'resolved',
      (error: unknown) => error,
    );
    return { rejected, afterwards };
  }

  async function writeUntil(stopped: () => boolean, run: number): Promise<number[]> {
    const done: number[] = [];
    for (let step = 0; !stopped(); step++) {
      await withTransaction(async (tx) => {
        await tx.query({ name: 'trace', text: 'insert into trace (run, step) values ($1, $2)', values: [run, step] });
        await tx.query({ name: 'trace', text: 'insert into trace (run, step) values ($1, $2)', values: [run, step] });
      });
      done.push(step);
    }
    return done;
  }
});

describe('a transaction', () => {
  it('commits what it wrote and answers the value', async () => {
    const value = await withTransaction(async (tx) => {
      await tx.query({ text: 'insert into trace values (2, 1)' });
      return 'done';
    });
    expect(value).toBe('done');
    expect((await query({ text: 'select 1 from trace where run = 2' })).rowCount).toBe(1);
  });

  it('rolls back and passes the error on when its function throws', async () => {
    const refused = withTransaction(async (tx) => {
      await tx.query({ text: 'insert into trace values (3, 1)' });
      throw new AppError('FORBIDDEN');
    });
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await query({ text: 'select 1 from trace where run = 3' })).rowCount).toBe(0);
  });

  it('does not report success when a swallowed failure had already ended it', async () => {
    const swallowed = withTransaction(async (tx) => {
      await tx.query({ text: 'insert into trace values (4, 1)' });
      await tx.query({ text: 'select 1/0' }).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('commit answered ROLLBACK');
    expect((await query({ text: 'select 1 from trace where run = 4' })).rowCount).toBe(0);
  });

  it('refuses a statement after its end', async () => {
    let leaked: Tx | undefined;
    await withTransaction(async (tx) => {
      leaked = tx;
      await Promise.resolve();
    });
    await expect(leaked?.query({ text: 'insert into trace values (5, 1)' })).rejects.toThrow('after the end');
  });

  it('runs again after a deadlock until both have passed', async () => {
    let attempts = 0;
    const transfer = (first: number, second: number) =>
      withTransaction(async (tx) => {
        attempts++;
        await tx.query({ text: 'update account set amount = amount + 1 where id = $1', values: [first] });
        await tx.query({ text: 'select pg_sleep(0.05)' });
        await tx.query({ text: 'update account set amount = amount + 1 where id = $1', values: [second] });
      });
    await Promise.all([transfer(1, 2), transfer(2, 1), transfer(1, 2), transfer(2, 1)]);
    expect(attempts).toBeGreaterThan(4);
    expect((await query({ text: 'select amount from account order by id' })).rows).toEqual([{ amount: 4 }, { amount: 4 }]);
  });

  it('runs again after a serialization failure', async () => {
    const add = () =>
      withTransaction(
        async (tx) => {
          const { rows } = await tx.query<{ amount: number }>({ text: 'select amount from account where id = 1' });
          await tx.query({ text: 'update account set amount = $1 where id = 1', values: [(rows[0]?.amount ?? 0) + 1] });
        },
        { isolation: 'serializable' },
      );
    await Promise.all([add(), add()]);
    expect((await query({ text: 'select amount from account where id = 1' })).rows).toEqual([{ amount: 6 }]);
  });

  it('is refused as busy when a lock is not given in time', async () => {
    const holder = withTransaction(async (tx) => {
      await tx.query({ text: 'select 1 from account where id = 2 for update' });
      await expect(
        withTransaction(async (other) => {
          await other.query({ text: "set local lock_timeout = '50ms'" });
          await other.query({ text: 'select 1 from account where id = 2 for update' });
        }),
      ).rejects.toMatchObject({ code: 'BUSY' });
    });
    await holder;
  });
});

describe('a prepared statement', () => {
  it('is planned anew when its table changed, inside a transaction and outside', async () => {
    await query({ text: 'create table shape (a int)' });
    const read = { name: 'shape', text: 'select * from shape' };
    await Promise.all(Array.from({ length: 10 }, () => query(read)));
    await query({ text: 'alter table shape add column b int' });
    for (let n = 0; n < 12; n++) await withTransaction((tx) => tx.query(read));
    await query({ text: 'alter table shape add column c int' });
    const results = await Promise.all(Array.from({ length: 20 }, () => query(read)));
    expect(results.every((result) => result.fields.length === 3)).toBe(true);
  });
});

describe('a connection', () => {
  it('gives way to a fresh one once it holds very many prepared statements, and no statement fails for it', async () => {
    const held = async () => {
      const { rows } = await query<{ pid: number; n: number }>({
        text: 'select pg_backend_pid() as pid, count(*)::int as n from pg_prepared_statements',
      });
      return rows[0]!;
    };
    const before = await held();
    for (let n = 0; n < 650; n++) {
      const statement = { name: `many_${n}`, text: `select ${n} as n` };
      const { rows } = await (n % 2 === 0 ? query(statement) : withTransaction((tx) => tx.query(statement)));
      expect(rows).toEqual([{ n }]);
    }
    const after = await held();
    expect(after.pid).not.toBe(before.pid);
    expect(after.n).toBeLessThan(100);
  });
});

describe('values', () => {
  it('arrive without loss, by plain SQL and by drizzle', async () => {
    const text = `select 12345678901234567890.10::numeric as n, 9007199254740993::int8 as i, '2026-02-28'::date as d,
      '2026-02-28 23:59:59.5+08'::timestamptz as t, '2026-02-28 00:00:00.123456+00'::timestamptz as u, '{"a":[1]}'::jsonb as j, '{1.10,2.20}'::numeric[] as ns`;
    const row = {
      n: '12345678901234567890.10',
      i: '9007199254740993',
      d: '2026-02-28',
      t: '2026-02-28T15:59:59.500Z',
      u: '2026-02-28T00:00:00.123456Z',
      j: { a: [1] },
      ns: ['1.10', '2.20'],
    };
    expect((await query({ text })).rows).toEqual([row]);
    expect((await withTransaction((tx) => Promise.resolve(tx.drizzle.execute(sql.raw(text))))).rows).toEqual([row]);
  });
});

async function backends(): Promise<number[]> {
  const found = await killer.client?.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  return found?.rows.map((row) => row.pid) ?? [];
}

async function kill(...pids: number[]): Promise<void> {
  for (const pid of pids) await killer.client?.query('select pg_terminate_backend($1, 1000)', [pid]);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((done) => setTimeout(done, 20));
}
