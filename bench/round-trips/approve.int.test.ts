import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { closePool, query } from '@/server/db/client';
import { execute } from '@/server/engine/runtime/execute';
import { forgetKeptStates } from '@/server/engine/runtime/kept-states';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, ctxOf, publish, type TestProcess, type TestUser } from '@/test/portal';
import { CountingProxy } from '@/test/counting-proxy';

let proxy: CountingProxy;
const direct = process.env.DATABASE_URL ?? '';
let people: TestUser[] = [];
const [applicant, first, second] = [() => people[0]!, () => people[1]!, () => people[2]!];
let chain: TestProcess;

beforeAll(async () => {
  people = await Promise.all(['applicant', 'first', 'second'].map((name) => addUser(name)));
  chain = await publish(
    model().start('s', 'manager').task('manager', 'finance', forUsers(first().id)).task('finance', 'e', forUsers(second().id)).end('e'),
  );
  await closePool();
  const proxied = await CountingProxy.before(direct);
  proxy = proxied.proxy;
  process.env.DATABASE_URL = proxied.url;
});

afterAll(async () => {
  await closePool();
  await proxy.close();
  process.env.DATABASE_URL = direct;
});

describe('one approval', () => {
  it('takes one round trip when this process has made the last step, and two when it has to load the request', async () => {
    await warmUp();
    const { id } = await startOne();
    const here = await itemOf(id);
    expect(await proxy.count(() => approve(first(), here))).toBe(1);
    const loaded = await itemOf(id);
    forgetKeptStates();
    expect(await proxy.count(() => approve(second(), loaded))).toBe(2);
    expect(await countRows('process_instance', `id = $1 and status = 'completed'`, [id])).toBe(1);
  });

  it('after a change of the organisation takes four more: one finds that it has changed, one loads, and two at once ask who comes next and for how long', async () => {
    await warmUp();
    const items = [await itemOf((await startOne()).id), await itemOf((await startOne()).id), await itemOf((await startOne()).id)] as const;
    await addUser('newcomer');
    expect(await proxy.count(() => approve(first(), items[0]))).toBe(5);
    expect(await proxy.count(() => approve(first(), items[1]))).toBe(1);
    await addUser('another');
    expect(await proxy.count(() => approve(first(), items[2]))).toBe(5);
  });

  it('updates the instance in place: no index of it is written', async () => {
    await warmUp();
    const before = await hotUpdates();
    for (let round = 0; round < 30; round++) {
      const { id } = await startOne();
      await approve(first(), await itemOf(id));
    }
    const after = await hotUpdates();
    expect(after.updates - before.updates).toBeGreaterThanOrEqual(30);
    expect((after.hot - before.hot) / (after.updates - before.updates)).toBeGreaterThan(0.9);
  });
});

describe('an answer that never came', () => {
  it.each(['engine_step', 'engine_start'])(
    'of %s is looked up in the journal: it happened once, and the caller hears how',
    async (statement) => {
      await warmUp();
      for (let round = 0; round < 20; round++) {
        const cut = () => proxy.cutAfter((request) => request.includes(Buffer.from(statement)));
        if (statement === 'engine_start') cut();
        const { id, result } = await startOne();
        expect(result.status).toBe('running');
        const item = await itemOf(id);
        if (statement === 'engine_step') cut();
        const answer = await approve(first(), item);
        expect(answer.next.map((holder) => holder.elementId)).toEqual(['finance']);
        expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(2);
        expect(await countRows('work_item', 'root_instance_id = $1 and open', [id])).toBe(1);
      }
    },
  );
});

// helpers //////////////////////

/** Prepares every statement on the connection that is used, as in a process that has been running. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const { id } = await startOne();
    await approve(first(), await itemOf(id));
    await approve(second(), await itemOf(id));
  }
}

async function startOne() {
  const id = newId();
  const command = plainStart(chain, applicant().id, id, { title: '出差申请：赴深圳参加金融科技展', number: `VM-2026-${id.slice(-4)}` });
  return { id, result: await execute(ctxOf(applicant()), { command, commandId: id }) };
}

async function itemOf(id: string): Promise<string> {
  const { rows } = await query<{ id: string }>({
    name: 'test_item',
    text: 'select id from portal.work_item where root_instance_id = $1 and open',
    values: [id],
  });
  return rows[0]!.id;
}

function approve(by: TestUser, workItemId: string) {
  const command = { type: 'decide', workItemId, decision: 'approve', comment: '同意，请按标准执行', values: {}, chosen: {} } as const;
  return execute(ctxOf(by), { command, commandId: newId() });
}

async function hotUpdates(): Promise<{ updates: number; hot: number }> {
  await query({ text: 'select pg_stat_force_next_flush()' });
  const { rows } = await query<{ updates: string; hot: string }>({
    text: `select n_tup_upd as updates, n_tup_hot_upd as hot from pg_stat_user_tables where schemaname = 'portal' and relname = 'process_instance'`,
  });
  return { updates: Number(rows[0]!.updates), hot: Number(rows[0]!.hot) };
}
