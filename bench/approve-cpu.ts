import { rmSync } from 'node:fs';
import { newId } from '@/lib/id';
import { closePool, query } from '@/server/db/client';
import { migrateDatabase } from '@/server/db/migrate';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { startPostgres, temporaryFolder } from '@/scripts/embedded-postgres.mjs';
import { addUser, ctxOf, publish, type TestUser } from '@/test/portal';

/*
 * What one approval costs this process, and how many a second one process and one Postgres do: `npx tsx bench/approve-cpu.ts [steps] [clients]`.
 * CPU is of the Node process alone; the rate depends on the machine and is to be compared within one run only.
 */

const steps = Number(process.argv[2] ?? 2000);
const clients = Number(process.argv[3] ?? 8);

const folder = temporaryFolder('vermilion-bench');
const server = await startPostgres(folder);
process.env.DATABASE_URL = server.url;
await migrateDatabase();
const [applicant, first, second] = [await addUser('applicant'), await addUser('first'), await addUser('second')];
const chain = await publish(model().start('s', 'a').task('a', 'b', forUsers(first.id)).task('b', 'e', forUsers(second.id)).end('e'));

const items = await prepare(steps + 200);
await run(items.splice(0, 200));
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
await run(items);
const seconds = (performance.now() - startedAt) / 1000;
const cpu = process.cpuUsage(cpuBefore);
console.log(
  JSON.stringify({
    steps,
    clients,
    perSecond: Math.round(steps / seconds),
    cpuMsPerStep: Number(((cpu.user + cpu.system) / 1000 / steps).toFixed(3)),
    rssMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
  }),
);
await closePool();
await server.stop();
rmSync(server.place, { recursive: true, force: true });

/** Requests that wait for the first approver. */
async function prepare(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await inParallel(ids, async (id) => {
    const instance = {
      id,
      processId: chain.processId,
      versionId: chain.versionId,
      applicantId: applicant.id,
      departmentId: null,
      title: '出差申请',
      number: id,
      businessKey: null,
    };
    const command = { type: 'startInstance', instance, values: {}, formVersionId: null, formRowId: null, chosen: {} } as const;
    await execute(ctxOf(applicant), { command, commandId: id });
  });
  const { rows } = await query<{ id: string }>({ text: 'select id from portal.work_item where open' });
  return rows.map((row) => row.id);
}

function run(workItemIds: string[]): Promise<void> {
  return inParallel(workItemIds, (workItemId) => approve(first, workItemId));
}

async function approve(by: TestUser, workItemId: string): Promise<void> {
  const command = { type: 'decide', workItemId, decision: 'approve', comment: '同意', values: {}, chosen: {} } as const;
  await execute(ctxOf(by), { command, commandId: newId() });
}

async function inParallel(all: readonly string[], act: (one: string) => Promise<void>): Promise<void> {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) await act(next);
    }),
  );
}
