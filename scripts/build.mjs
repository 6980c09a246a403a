// `npm run build`: builds the production server unless the last build has the same sources.
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
await ensureInstalled(say);
if (!(await ensureBuilt(say))) say('the build is up to date');
