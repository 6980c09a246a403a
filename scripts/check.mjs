// `npm run check`: everything that needs neither a database nor a browser.
import { ensureInstalled } from './ensure-installed.mjs';
import { checkStages } from './check-stages.mjs';
import { finish, runStages } from './run-stages.mjs';

await ensureInstalled((line) => process.stdout.write(`${line}\n`));
finish(await runStages(checkStages()));
