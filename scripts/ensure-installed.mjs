// Makes node_modules fit package-lock.json; needs nothing but node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.vermilion-lock');

/** Installs when packages are missing or the lockfile has changed since the last install. */
export function ensureInstalled(log) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node ${process.versions.node} is too old: 20.19 or newer is needed`);
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(INSTALLED)) {
    if (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') === hash : statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) {
      if (!existsSync(STAMP)) writeFileSync(STAMP, hash);
      return;
    }
  }
  log('installing packages (a minute or two) … 正在安装依赖……');
  // `npm ci` begins by deleting every package, also those that a running server reads: only `npm install` brings an older tree up to date.
  // `npm ci` also refuses a lockfile in which a registry lacks some platform's binary, and `npm install` does not.
  const done = existsSync(INSTALLED) ? npm('install') : npm('ci') || npm('install');
  if (!done) throw new Error('npm could not install the packages');
  writeFileSync(STAMP, hash);
}

function npm(command) {
  const args = [command, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, NODE_ENV: 'development' };
  const cli = process.env.npm_execpath;
  const run = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  return run.status === 0;
}
