import { rmSync } from 'node:fs';
import { closePool, query } from '@/server/db/client';
import { migrateDatabase } from '@/server/db/migrate';
import { startPostgres, temporaryFolder } from '@/scripts/embedded-postgres.mjs';

type FreshServer = { place: string; stop: () => Promise<void> };

/** A fresh, migrated server of its own, which the pool uses until `stop`; nothing of it stays. `fast` gives up durability. */
export async function freshServer(how: { fast?: boolean } = {}): Promise<FreshServer> {
  await closePool();
  const former = process.env.DATABASE_URL;
  const server = await startPostgres(temporaryFolder('vermilion-bench'), how);
  const stop = async () => {
    await closePool();
    await server.stop();
    rmSync(server.place, { recursive: true, force: true });
    if (former === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = former;
  };
  process.env.DATABASE_URL = server.url;
  try {
    await migrateDatabase();
    // No checkpoint falls into one side's block alone.
    await setting('checkpoint_timeout', '1h');
    await setting('max_wal_size', '8GB');
    return { place: server.place, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A durable one for `act`. */
export async function onFreshServer<T>(act: (place: string) => Promise<T>): Promise<T> {
  const server = await freshServer();
  try {
    return await act(server.place);
  } finally {
    await server.stop();
  }
}

/** For every session, from the next statement on. */
export async function setting(name: string, value: string): Promise<void> {
  await query({ text: `alter system set ${name} = '${value}'` });
  await query({ text: 'select pg_reload_conf(), pg_sleep(0.2)' });
}

export async function versionOfServer(): Promise<string> {
  const { rows } = await query<{ server_version: string }>({ text: 'show server_version' });
  return rows[0]?.server_version ?? '';
}
