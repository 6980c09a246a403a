// Makes node_modules fit package-lock.json; needs nothing but node and npm.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { runChild } from './run-child.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.vermilion-lock');

/** Installs when packages are missing or the lockfile has changed since the last install; of several that start at once, one does and the others wait. */
export async function ensureInstalled(log) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node ${process.versions.node} is too old: 20.19 or newer is needed`);
  if (isInstalled()) return;
  // Beside node_modules, which `npm ci` deletes.
  await withLock(
    join(ROOT, '.install.lock'),
    () => install(log),
    () => log('another start is installing the packages; waiting … 另一个进程正在安装依赖，稍候……'),
  );
}

// helpers //////////////////////

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const hash = lockfileHash();
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === hash;
  if (statSync(INSTALLED).mtimeMs < statSync(LOCK).mtimeMs) return false;
  writeFileSync(STAMP, hash);
  return true;
}

async function install(log) {
  if (isInstalled()) return;
  log('installing packages (a minute or two) … 正在安装依赖……');
  // `npm ci` begins by deleting every package, also those that a running server reads: only `npm install` brings an older tree up to date.
  // `npm ci` also refuses a lockfile in which a registry lacks some platform's binary, and `npm install` does not.
  const done = existsSync(INSTALLED) ? await npm('install') : (await npm('ci')) || (await npm('install'));
  if (!done) throw new Error('npm could not install the packages');
  writeFileSync(STAMP, lockfileHash());
}

function lockfileHash() {
  return createHash('sha256').update(readFileSync(LOCK)).digest('hex');
}

/** True when it ended well. Not a synchronous call: the lock is kept alive meanwhile. */
async function npm(command) {
  const args = [command, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: ROOT, env: { ...process.env, NODE_ENV: 'development' } };
  const cli = process.env.npm_execpath;
  const code = cli?.endsWith('.js') ? await runChild(process.execPath, [cli, ...args], options) : await runChild('npm', args, options);
  return code === 0;
}
