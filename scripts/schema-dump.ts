// Writes server/db/schema.sql: migrates a throw-away database and reads its catalog.
import { rmSync, writeFileSync } from 'node:fs';
import { dedicatedClient } from '@/server/db/client';
import { migrateDatabase } from '@/server/db/migrate';
import { startPostgres, temporaryFolder } from './embedded-postgres.mjs';
import { schemaText } from './schema-text';

const server = await startPostgres(temporaryFolder('vermilion-schema'), { fast: true });
try {
  process.env.DATABASE_URL = server.url;
  await migrateDatabase();
  const client = dedicatedClient();
  await client.connect();
  writeFileSync('server/db/schema.sql', await schemaText(client));
  await client.end();
} finally {
  await server.stop();
  rmSync(server.place, { recursive: true, force: true });
}
