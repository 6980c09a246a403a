import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePool, query } from './client';
import { isMigrated, migrateDatabase } from './migrate';

const NAME = `migrate_${process.pid}`;
const before = process.env.DATABASE_URL ?? '';

beforeAll(async () => {
  await onServer(`create database ${NAME}`);
  await closePool();
  const empty = new URL(before);
  empty.pathname = `/${NAME}`;
  process.env.DATABASE_URL = empty.href;
});

afterAll(async () => {
  await closePool();
  process.env.DATABASE_URL = before;
  await onServer(`drop database ${NAME} with (force)`);
});

describe('migrating', () => {
  it('is done once when three nodes start at the same moment on an empty database', async () => {
    await Promise.all([migrateDatabase(), migrateDatabase(), migrateDatabase()]);
    const { rows } = await query({
      text: 'select count(*) = count(distinct hash) as once, count(*) > 0 as any from portal_migrations.applied',
    });
    expect(rows).toEqual([{ once: true, any: true }]);
    expect(await isMigrated()).toBe(true);
  });

  it('is reported as missing when the newest migration is not applied', async () => {
    await query({ text: 'delete from portal_migrations.applied where id = (select max(id) from portal_migrations.applied)' });
    expect(await isMigrated()).toBe(false);
  });
});

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: before });
  await client.connect();
  await client.query(sql);
  await client.end();
}
