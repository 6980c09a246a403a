// The budget of first-load JavaScript: asks the built server for every page and adds up the scripts that its HTML names.
// `npm test` fails on what it finds; `--write` (`npm run bench:first-load`) also keeps the figures in bench/results/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { signedIn, withDemoServer } from './demo-server.mjs';
import { temporaryFolder } from './embedded-postgres.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { BUDGET, HEAVY, judge, table } from './page-scripts.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, process.env.VERMILION_DIST ?? '.next');
/** The demonstration company's administrator may open every page. */
const LOGIN = 'guanwen';
/** Stands for any record: which scripts a page loads does not depend on the one it shows. */
const ANY_ID = '00000000-0000-7000-8000-000000000000';
const say = (line) => process.stdout.write(`${line}\n`);

await ensureBuilt(say);
const texts = new Map();
const sizes = new Map();
const textOf = (path) => remembered(texts, path, () => readFileSync(join(DIST, path), 'utf8'));
const sizeOf = (path) => remembered(sizes, path, () => gzipSync(textOf(path)).length);

const folder = temporaryFolder('vermilion-first-load');
mkdirSync(folder, { recursive: true });
try {
  const results = await withDemoServer(folder, measure);
  for (const line of table(results)) say(line);
  const lost = Object.entries(HEAVY).filter(([, mark]) => !chunks().some((path) => textOf(path).includes(mark)));
  for (const [name, mark] of lost) say(`✗ no script of the build has ${mark}: say in page-scripts.mjs how ${name} is recognised now`);
  if (process.argv.includes('--write')) write(results);
  if (lost.length > 0 || results.some(({ ok }) => !ok)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Every page of the application, those that need no session as a visitor. */
async function measure(origin) {
  const person = await signedIn(origin, folder, LOGIN);
  const results = [];
  for (const { route, open } of pages()) {
    const answer = await fetch(origin + route.replaceAll(/\[\w+\]/g, ANY_ID), { redirect: 'manual', headers: open ? {} : person });
    // A redirect has no page to count: the visitor's password pages send on whoever has nothing to do there.
    if (answer.status >= 300 && answer.status < 400 && open) continue;
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}`);
    results.push(judge(route, await answer.text(), { sizeOf, textOf }));
  }
  return results;
}

function pages() {
  const routes = JSON.parse(readFileSync(join(DIST, 'app-path-routes-manifest.json'), 'utf8'));
  return Object.entries(routes)
    .filter(([file, route]) => file.endsWith('/page') && !route.startsWith('/_'))
    .map(([file, route]) => ({ route, open: !file.startsWith('/(portal)/') }));
}

function chunks() {
  return readdirSync(join(DIST, 'static/chunks'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('static/chunks', name));
}

function write(results) {
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? '';
  const report = {
    what: 'gzipped bytes of JavaScript that the HTML of a page makes the browser load',
    at: new Date().toISOString(),
    commit: git('rev-parse', 'HEAD') + (git('status', '--porcelain') ? ' with changes' : ''),
    machine: `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, node ${process.version}`,
    budget: BUDGET,
    pages: Object.fromEntries(results.map(({ route, bytes, scripts }) => [route, { bytes, scripts }])),
  };
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
  writeFileSync(join(ROOT, 'bench/results/first-load.json'), `${JSON.stringify(report, null, 2)}\n`);
  say('written to bench/results/first-load.json');
}

function remembered(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}
