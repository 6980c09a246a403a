import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import type { BatchStatement } from './batch';
import { dedicatedClient, pool, query } from './client';
import { queryTogether } from './together';

/*
 * Whatever comes at whatever moment: who is answered has been written once, who is refused has not, and each gets the answer to its own
 * question. A failure prints its seed and path: put them into `assert`.
 */

type Kind = 'put' | 'again' | 'divide' | 'fresh' | 'want' | 'kill';
type Act = { kind: Kind; by: number; wait: number };

/** More often what people do than what goes wrong. */
const kinds: readonly Kind[] = [
  ...Array<Kind>(12).fill('put'),
  ...Array<Kind>(3).fill('divide'),
  'fresh',
  'fresh',
  'fresh',
  'again',
  'again',
  'want',
  'kill',
];
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  by: fc.integer({ min: 0, max: 3 }),
  wait: fc.integer({ min: 0, max: 12 }),
});

beforeAll(async () => {
  await query({ text: 'create table cargo (id int primary key, times int not null default 1)' });
});

describe('statements at random moments', () => {
  it('are each answered by what they asked, and written once or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 80 }), async (acts) => {
        await query({ text: 'truncate cargo' });
        await query({ text: 'insert into cargo values (0)' });
        const holder = dedicatedClient();
        await holder.connect();
        await holder.query('begin');
        await holder.query('update cargo set times = 1 where id = 0');
        const running = acts.map((one, index) => sleep(one.wait).then(() => run(one, index + 1)));
        await sleep(30);
        await holder.query('commit');
        await holder.end();
        const ends = await Promise.all(running);
        const { rows } = await query<{ id: number }>({ text: 'select id from cargo where id > 0 order by id' });
        const there = new Set(rows.map(({ id }) => id));
        const wrong = ends.filter((end) => end === 'wrong' || (end === 'lost' && !acts.some(({ kind }) => kind === 'kill')));
        expect(wrong).toEqual([]);
        // Who has lost the connection does not know; all others do.
        const putting = ends.flatMap((end, index) => (acts[index]?.kind === 'put' && end !== 'lost' ? [[index + 1, end] as const] : []));
        expect(putting.map(([id]) => [id, there.has(id)])).toEqual(putting.map(([id, end]) => [id, end === 'right']));
        const wanted = acts.filter(({ kind }, index) => kind === 'want' && ends[index] === 'right').length;
        const { rows: first } = await query<{ times: number }>({ text: 'select times from cargo where id = 0' });
        expect(first[0]?.times).toBeGreaterThanOrEqual(1 + wanted);
        expect(pool().idleCount).toBe(pool().totalCount);
      }),
      { numRuns: 40 },
    );
  });
});

type End = 'right' | 'wrong' | 'lost' | 'refused';

async function run(one: Act, id: number): Promise<End> {
  const [statement, expected] = questionOf(one, id);
  try {
    const { rows } = await queryTogether<{ answer: string }>(statement);
    return rows.length === 1 && rows[0]?.answer === expected ? 'right' : 'wrong';
  } catch (error) {
    return error instanceof AppError && error.code === 'BUSY' ? 'lost' : 'refused';
  }
}

/** With the answer that it has to get, if any. */
function questionOf({ kind, by }: Act, id: number): [BatchStatement, string | null] {
  switch (kind) {
    case 'put':
      return [{ name: 'put', text: 'insert into cargo values ($1) returning id::text as answer', values: [id] }, String(id)];
    case 'again':
      return [{ name: 'put', text: 'insert into cargo values ($1) returning id::text as answer', values: [0] }, null];
    case 'want':
      return [{ name: 'want', text: `update cargo set times = times + 1 where id = 0 returning 'done' as answer`, values: [] }, 'done'];
    case 'kill':
      return [{ name: 'kill', text: 'select pg_terminate_backend(pg_backend_pid())::text as answer', values: [] }, null];
    case 'divide':
    case 'fresh': {
      const name = kind === 'fresh' ? `fresh_${fresh++}` : 'divide';
      return [{ name, text: `select (60 / $1::int)::text || '${name}' as answer`, values: [by] }, `${60 / by}${name}`];
    }
  }
}

let fresh = 0;

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
