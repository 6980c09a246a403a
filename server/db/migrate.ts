import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { dedicatedClient, query } from './client';
import { ensureCollation } from './ensure-collation';

/** Any number that nothing else of ours locks: "vermilion" on a phone keypad. */
const MIGRATION_LOCK = 837645466;
const CONFIG = {
  migrationsFolder: join(process.cwd(), 'server/db/migrations'),
  migrationsSchema: 'portal_migrations',
  migrationsTable: 'applied',
};

/** Brings the database to the schema of this build; nodes that start together wait for the first one. */
export async function migrateDatabase(): Promise<void> {
  // Its own connection without time limits: a migration of a large table may take minutes, and so may waiting for another node's.
  const client = dedicatedClient({ statement_timeout: 0, lock_timeout: 0, query_timeout: 0, idle_in_transaction_session_timeout: 0 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureCollation(client);
    await migrate(drizzle(client), CONFIG);
  } finally {
    await client.end();
  }
}

/** True when the newest migration of this build is applied. A database that is ahead of the build (a newer node migrated it) counts as ready. */
export async function isMigrated(): Promise<boolean> {
  const newest = readMigrationFiles(CONFIG).at(-1);
  if (!newest) return true;
  const { rows } = await query<{ at: string }>({
    name: 'newest_migration',
    text: 'select max(created_at)::text as at from portal_migrations.applied',
  });
  return Number(rows[0]?.at ?? 0) >= newest.folderMillis;
}
