// Finds Chromium for the browser journeys; installs it, and a font with Han characters, where apt-get is and may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium, or undefined: then Playwright uses the browser that it brings along, if it was installed. */
export function ensureBrowser(log) {
  const missing = [...(browser() ? [] : ['chromium']), ...(hasHanFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && process.platform === 'linux' && onPath('apt-get')) {
    log(`installing ${missing.join(' and ')} …`);
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  }
  return browser();
}

function browser() {
  return process.env.CHROMIUM_PATH ?? NAMES.map(onPath).find((path) => path !== undefined);
}

/** Without one, screenshots of Chinese pages show boxes; other systems than Linux have one. */
function hasHanFont() {
  if (process.platform !== 'linux') return true;
  const run = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return run.status === 0 && run.stdout.trim() !== '';
}

function apt(...args) {
  const root = process.getuid() === 0;
  const [program, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
  spawnSync(program, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] });
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
