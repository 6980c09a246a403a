// `npm test`: everything, from a fresh clone: installs what is missing, then static checks, tests, build and browser journeys.
import { mkdirSync, rmSync } from 'node:fs';
import { checkStages } from './check-stages.mjs';
import { freePort, temporaryFolder } from './embedded-postgres.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { browserStage, finish, runStages, vitestStage } from './run-stages.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
await ensureInstalled(say);
const chromium = ensureBrowser(say);
const data = temporaryFolder('vermilion-e2e');
mkdirSync(data, { recursive: true });
try {
  const port = await freePort(0);
  finish(
    await runStages([
      ...checkStages(),
      vitestStage('integration tests', 'integration', { minutes: 25 }),
      { name: 'build', command: ['node', 'scripts/build.mjs'] },
      { name: 'first-load budget', command: ['node', 'scripts/first-load.mjs'] },
      browserStage('browser journeys', { E2E_PORT: String(port), VERMILION_DATA: data, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) }),
    ]),
  );
} finally {
  rmSync(data, { recursive: true, force: true });
}
