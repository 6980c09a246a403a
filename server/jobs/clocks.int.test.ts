import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/id';
import { portalTime, setClock } from '@/server/clock';
import { query } from '@/server/db/client';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { systemContext } from '@/server/system-context';
import { plainStart } from '@/test/plain-start';
import { countRows, publish } from '@/test/portal';
import { runDueTimers } from './run-timers';

afterEach(async () => {
  vi.useRealTimers();
  await setClock();
});

/** This node's own clock is so many minutes ahead (or, below zero, behind). */
async function clockIs(minutesAhead: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutesAhead * 60_000 });
  await setClock();
}

async function waiting(duration: string): Promise<string> {
  const flow = await publish(model().start('s', 'w').timer('w', 'e', { kind: 'duration', duration }).end('e'));
  const id = newId();
  await execute(systemContext('test'), {
    command: plainStart(flow, newId(), id),
    commandId: id,
  });
  return id;
}

describe.each([-10, 10])('a node whose clock is %i minutes ahead', (minutes) => {
  it('reckons what is due by the database’s clock', async () => {
    await clockIs(minutes);
    const id = await waiting('PT1H');
    const near = `root_instance_id = $1 and due_at between now() + interval '59 minutes' and now() + interval '61 minutes'`;
    expect(await countRows('timer', near, [id])).toBe(1);
  });

  it('fires what another node has reckoned, as soon as it is due and no sooner', async () => {
    const [due, later] = [await waiting('PT0S'), await waiting('PT5M')];
    await clockIs(minutes);
    await runDueTimers(10);
    expect(await countRows('process_instance', `id = $1 and status = 'completed'`, [due])).toBe(1);
    expect(await countRows('timer', 'root_instance_id = $1', [later])).toBe(1);
  });
});

it('two clocks that agree stay as they are', async () => {
  await setClock();
  const { rows } = await query<{ is: boolean }>({
    text: `select abs(extract(epoch from clock_timestamp() - $1::timestamptz)) < 30 as is`,
    values: [portalTime().toISOString()],
  });
  expect(rows).toEqual([{ is: true }]);
});
