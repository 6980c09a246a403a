// `npm run screenshots`: takes the README's pictures anew, on a fresh sample company, and leaves them in docs/screenshots.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { freePort, temporaryFolder } from './embedded-postgres.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const say = (line) => process.stdout.write(`${line}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const chromium = ensureBrowser(say);
const data = temporaryFolder('vermilion-screenshots');
mkdirSync(data, { recursive: true });
try {
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'playwright.screenshots.config.ts'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        E2E_PORT: String(await freePort(0)),
        VERMILION_DATA: data,
        ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
      },
    },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}
