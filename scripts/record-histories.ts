// Records requests as this version leaves them, for later versions to go on with: `npx tsx scripts/record-histories.ts`, once per release.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { EngineEvent } from '@/server/engine/core/event';
import { live } from '@/server/engine/core/live';
import { packBody } from '@/server/engine/runtime/journal-body';
import { comparable } from '@/server/engine/testing/comparable';
import type { History } from '@/server/engine/testing/history';
import { anyProcess, type Process } from '@/server/engine/testing/process-ast';
import { RandomRun } from '@/server/engine/testing/random-run';

const COUNT = 55;
const FOLDER = 'server/engine/testing/histories';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const file = `${FOLDER}/${version}.json.gz`;
if (existsSync(file)) throw new Error(`${file} is there already: what a release has left is not recorded anew`);

const histories: History[] = [];
for (let seed = 1; histories.length < COUNT; seed++) {
  const history = historyOf(seed);
  if (history) histories.push(history);
}
mkdirSync(FOLDER, { recursive: true });
writeFileSync(file, gzipSync(JSON.stringify(histories), { level: 9 }));
console.log(`${histories.length} histories, ${histories.reduce((sum, { journal }) => sum + journal.length, 0)} journal entries: ${file}`);

// helpers //////////////////////

/** A random process somewhere on its way; null when it was over before. */
function historyOf(seed: number): History | null {
  const [path = []] = fc.sample(fc.array(fc.nat({ max: 4095 }), { minLength: 4, maxLength: 18, size: 'max' }), { seed, numRuns: 1 });
  const [process] = fc.sample(anyProcess, { seed, numRuns: 1 }) as [Process];
  const { run, step } = recorded(new RandomRun(process, seed % 16));
  for (const n of path) if (!step(n)) break;
  const { state, now, definition } = run.run;
  if (state.instance.status !== 'running') return null;
  return { definition, journal: run.journal(), state: comparable(live(state), false), now };
}

/** Notes what each step has added. */
function recorded(both: RandomRun) {
  const steps: (readonly EngineEvent[])[] = [[...both.run.events]];
  const { instance } = both.run.state;
  const journal = () =>
    steps.map((events) => {
      const result = { instanceId: instance.id, status: 'running' as const, outcome: null, next: [] };
      return packBody({ events, result, stats: [] }).toString('base64');
    });
  const step = (n: number): boolean => {
    const before = both.run.events.length;
    const goesOn = both.step(n);
    if (goesOn) steps.push(both.run.events.slice(before));
    return goesOn;
  };
  return { run: { run: both.run, journal }, step };
}
