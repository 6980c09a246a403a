import { isMigrated } from '@/server/db/migrate';
import { log } from '@/server/log';
import { shutdownSignal } from '@/server/shutdown';

export type Readiness = 'ready' | 'shutting-down' | 'database-unreachable' | 'schema-outdated';

/** Whether a load balancer should send requests to this node; says nothing that helps a stranger. */
export async function readiness(): Promise<Readiness> {
  if (shutdownSignal().aborted) return 'shutting-down';
  try {
    return (await isMigrated()) ? 'ready' : 'schema-outdated';
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return 'database-unreachable';
  }
}
