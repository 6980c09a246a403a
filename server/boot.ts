import { assertSecrets } from '@/server/auth/assert-secrets';
import { dropForgedForwarding } from '@/server/auth/client-ip';
import { setClock } from '@/server/clock';
import { migrateDatabase } from '@/server/db/migrate';
import { startWorkers } from '@/server/jobs/start-workers';
import { refuseUnreadable } from '@/server/http-guard';
import { log } from '@/server/log';
import { seedDemoCompany } from '@/server/seed/seed-demo-company';
import { seedDemoRequests } from '@/server/seed/seed-demo-requests';
import { seedDemoTemplates } from '@/server/template/seed-templates';
import { catchUpSearchKeys } from '@/server/search/write-keys';
import { beginShutdown, shutdownSignal } from '@/server/shutdown';

/** What happens once when a node starts, in this order; the node is ready when the last step is done. */
const steps: readonly { name: string; run: () => unknown }[] = [
  { name: 'check the secrets', run: () => assertSecrets() },
  { name: 'trust no forwarded address', run: dropForgedForwarding },
  { name: 'refuse what cannot be read', run: refuseUnreadable },
  { name: 'migrate the database', run: migrateDatabase },
  { name: 'set the clock', run: setClock },
  { name: 'fill an empty database', run: () => seedDemoCompany() },
  { name: 'give it its flows', run: seedDemoTemplates },
  { name: 'let it have worked', run: () => seedDemoRequests() },
  { name: 'let everything be found', run: findEverything },
  { name: 'start the workers', run: startBackgroundWork },
  { name: 'listen for the end', run: listenForTheEnd },
];

/** Runs the start-up steps; a node that cannot finish them ends, where Next alone would go on without a database. */
export async function boot(): Promise<void> {
  for (const step of steps) {
    try {
      await step.run();
    } catch (error) {
      log.fatal({ err: error, step: step.name }, 'start-up failed');
      process.exit(1);
    }
  }
}

async function findEverything(): Promise<void> {
  while ((await catchUpSearchKeys()) > 0);
}

function startBackgroundWork(): void {
  const workers = startWorkers();
  shutdownSignal().addEventListener(
    'abort',
    () => void workers.stop().catch((error: unknown) => log.error({ err: error }, 'workers did not stop')),
    { once: true },
  );
}

/** Next finishes the requests that run; the streams and workers, which would never end, end here. */
function listenForTheEnd(): void {
  process.once('SIGTERM', beginShutdown);
  process.once('SIGINT', beginShutdown);
}
