import { createInterface } from 'node:readline';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { startWorkers } from '@/server/jobs/start-workers';
import { ctxOf } from './portal';

/** What a client asks of a node: one line of JSON each way. */
export type Order = { commandId: string; userId: string; command: Command };
export type Answer = { commandId: string /** Null when it was carried out. */; code: string | null };

// A node of the portal without its pages, in a process of its own, so that tests can kill it: workers, and commands from stdin.
const workers = startWorkers();
const running = new Set<Promise<void>>();
process.once('SIGTERM', () => void finish());
process.stdout.write('{}\n');
for await (const line of createInterface({ input: process.stdin })) {
  const one = carryOut(JSON.parse(line) as Order);
  running.add(one);
  void one.finally(() => running.delete(one));
}
process.exit(0);

/** Asked to end, it ends what it has begun. */
async function finish(): Promise<void> {
  await workers.stop();
  await Promise.all(running);
  process.exit(0);
}

async function carryOut({ commandId, userId, command }: Order): Promise<void> {
  const code = await execute(ctxOf({ id: userId, name: userId }), { command, commandId }).then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  process.stdout.write(`${JSON.stringify({ commandId, code } satisfies Answer)}\n`);
}
