// Builds the production server when its sources differ from those of the last build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { runChild } from './run-child.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDERS = ['app', 'components', 'forms', 'i18n', 'lib', 'messages', 'public', 'server', 'typings'];
const FILES = ['instrumentation.ts', 'next.config.ts', 'package-lock.json', 'proxy.ts', 'tsconfig.base.json', 'tsconfig.json'];

/** True when it had to build; of several that start at once, one does and the others wait. */
export async function ensureBuilt(log) {
  const dist = join(ROOT, process.env.VERMILION_DIST ?? '.next');
  if (isBuilt(dist)) return false;
  return withLock(
    `${dist}.lock`,
    () => build(dist, log),
    () => log('another start is building the application; waiting … 另一个进程正在构建，稍候……'),
  );
}

// helpers //////////////////////

function isBuilt(dist) {
  const stamp = stampOf(dist);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

async function build(dist, log) {
  if (isBuilt(dist)) return false;
  const sources = fingerprint();
  log('building the application (about a minute) … 正在构建……');
  const code = await runChild(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Error('the build failed');
  writeFileSync(stampOf(dist), sources);
  return true;
}

function stampOf(dist) {
  return join(dist, 'vermilion-sources');
}

/** A hash of the content of everything that the build reads; dates and commits would lie after a checkout or an edit. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  for (const folder of FOLDERS) {
    if (!existsSync(join(ROOT, folder))) continue;
    const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    const paths = found
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
    for (const path of paths.sort()) add(path);
  }
  for (const file of FILES) if (existsSync(join(ROOT, file))) add(file);
  return hash.digest('hex');
}
