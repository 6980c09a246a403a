// `npm start` and `npm run dev`: packages, build, database, web server, in this order, each only when it is needed.
// Environment: PORT, HOST, DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, VERMILION_DATA (data folder), VERMILION_DIST (build folder).
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { printDemoAccounts } from './demo-accounts.mjs';
import { freePort, startPostgres } from './embedded-postgres.mjs';
import { endChildren } from './run-child.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DATA = resolve(process.env.VERMILION_DATA ?? join(ROOT, 'data'));
const dev = process.argv.includes('--dev');
const say = (line) => process.stdout.write(`vermilion: ${line}\n`);

let web;
let database;
let ending;

try {
  await main();
} catch (error) {
  process.stderr.write(`vermilion: ${error.message}\n`);
  await end(1);
}

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  if (process.env.npm_lifecycle_event) endWithParent(process.ppid);
  await ensureInstalled(say);
  if (!dev) await ensureBuilt(say);
  mkdirSync(DATA, { recursive: true });
  const env = await environment();
  const next = [join(ROOT, 'node_modules/next/dist/bin/next'), dev ? 'dev' : 'start', '-p', env.PORT, '-H', env.HOST];
  // `next dev` has a process of its own between, with a channel of its own.
  const watch = dev ? [] : ['--import', pathToFileURL(join(ROOT, 'scripts/end-with-parent.mjs')).href];
  web = spawn(process.execPath, [...watch, ...next], {
    cwd: ROOT,
    env,
    // Its own process group: Ctrl-C comes here first, and the server is ended before its database.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', ...(dev ? [] : ['ipc'])],
  });
  web.once('exit', (code) => void end(code ?? 1));
  await untilReady(`http://${env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST}:${env.PORT}/api/health/ready`);
  if (ending) return;
  say(`ready 已就绪: ${env.NEXTAUTH_URL}`);
  printDemoAccounts(DATA);
}

async function environment() {
  const host = process.env.HOST ?? '127.0.0.1';
  const port = process.env.PORT ?? String(await firstFreePort(3000));
  const env = {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: port,
    VERMILION_DATA: DATA,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://127.0.0.1:${port}`,
  };
  if (env.DATABASE_URL) {
    // Nodes that share a database share the secret as well, so it cannot be made up here.
    if (dev) env.NEXTAUTH_SECRET ??= secret();
    return env;
  }
  database = startPostgres(join(DATA, 'postgres'), { log: say });
  const { url } = await database;
  return { ...env, DATABASE_URL: url, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? secret() };
}

async function firstFreePort(wanted) {
  for (let port = wanted; port < wanted + 20; port++) {
    if (await freePort(port)) return port;
    say(`port ${port} is taken 端口 ${port} 已被占用`);
  }
  throw new Error('no free port: set PORT');
}

/** Signs the sessions; made once and kept, so that people stay signed in over a restart. */
function secret() {
  const file = join(DATA, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

async function untilReady(url) {
  while (!ending) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** npm hands a signal to the shell between it and this process, which dies of it and tells nobody. */
function endWithParent(parent) {
  setInterval(() => process.ppid !== parent && void end(0), 500).unref();
}

function end(code) {
  ending ??= (async () => {
    await Promise.all([endWeb(), endChildren()]);
    // Also one that is still starting; one that could not start has said so.
    const running = await database?.catch(() => undefined);
    await running?.stop();
    process.exit(code);
  })();
  return ending;
}

async function endWeb() {
  if (!web || web.exitCode !== null || web.signalCode !== null) return;
  const gone = new Promise((done) => web.once('exit', done));
  signalWeb('SIGTERM');
  const late = setTimeout(() => signalWeb('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

function signalWeb(signal) {
  try {
    // The whole group: `next dev` has children.
    if (process.platform === 'win32') web.kill(signal);
    else process.kill(-web.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
