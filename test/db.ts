import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { closePool } from '@/server/db/client';

// A database of its own for each test file, copied from the migrated template before the pool is made.
const template = new URL(inject('templateUrl'));
const name = `test_${randomBytes(6).toString('hex')}`;
await onServer(`create database ${name} template ${template.pathname.slice(1)}`);
const own = new URL(template);
own.pathname = `/${name}`;
process.env.DATABASE_URL = own.href;

afterAll(async () => {
  await closePool();
  await onServer(`drop database ${name} with (force)`);
});

async function onServer(sql: string): Promise<void> {
  const server = new URL(template);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
