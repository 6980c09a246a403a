import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { model } from '@/server/engine/testing/builder';
import { publish } from '@/test/portal';
import { trip } from '@/test/trip';
import { databaseCpu } from './database-cpu';
import { measureInbox } from './inbox-history';
import { commit, machine } from './machine';
import { countPerStep } from './per-approval';
import { print, type Results } from './results';
import { onFreshServer, versionOfServer } from './server';
import { measureThroughput } from './throughput';

/*
 * `npm run bench`: what a step of the engine costs, and what it costs by hand-written SQL, in one run on a throw-away database.
 * It runs as one bundle, as the portal does: tsx wraps every function that is made in a call that names it, a tenth of a step's CPU.
 * See docs/performance.md.
 */

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    steps: { type: 'string', default: '1000' },
    clients: { type: 'string', default: '8' },
    history: { type: 'string', default: '10000,1000000' },
  },
});
const [rounds, steps, clients] = [Number(options.rounds), Number(options.steps), Number(options.clients)];
const date = new Date().toISOString();
const on = machine();

const measured = await onFreshServer(async (place) => {
  const of = await trip();
  return {
    postgres: await versionOfServer(),
    perStep: await countPerStep(of),
    throughput: await measureThroughput(of, { rounds, steps, clients, meter: databaseCpu(place) }),
  };
});
const inbox = await onFreshServer(async () => {
  const process = await publish(model().start('s', 'manager').task('manager', 'e').end('e'));
  return measureInbox(process, options.history.split(',').map(Number));
});
const results: Results = {
  date,
  commit: commit(),
  machine: { ...on, postgres: measured.postgres },
  seed: { request: 'test/trip.ts', rounds, steps, clients },
  perStep: measured.perStep,
  throughput: measured.throughput,
  inbox,
};
mkdirSync('bench/results', { recursive: true });
const file = `bench/results/${date.slice(0, 10)}-${results.commit}.json`;
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
print(results);
process.stdout.write(`\nwritten to ${file}\n`);
