import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startPostgres, temporaryFolder } from '../scripts/embedded-postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the migrated template; test/db.ts copies it for each file. */
    templateUrl: string;
  }
}

/** One throw-away server for the run, or the one of TEST_DATABASE_URL (its role must be allowed to create databases). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder('vermilion-test');
  const name = `template_${process.pid}`;
  const outside = process.env.TEST_DATABASE_URL;
  const server = outside === undefined ? await startPostgres(folder, { fast: true, database: name }) : undefined;
  const templateUrl = server?.url ?? (await createTemplate(outside ?? '', name));
  process.env.DATABASE_URL = templateUrl;
  const { migrateDatabase } = await import('../server/db/migrate');
  await migrateDatabase();
  project.provide('templateUrl', templateUrl);
  return async () => {
    await server?.stop();
    if (server) rmSync(server.place, { recursive: true, force: true });
  };
}

async function createTemplate(url: string, name: string): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${name}`;
  return template.href;
}
