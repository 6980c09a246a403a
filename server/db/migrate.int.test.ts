import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePool, query } from './client';
import { nameOrder } from './name-order';
import { isMigrated, migrateDatabase } from './migrate';

const NAME = `migrate_${process.pid}`;
/** As if it was built without ICU. */
const PLAIN = `${NAME}_plain`;
const before = process.env.DATABASE_URL ?? '';

beforeAll(() => inNewDatabase(NAME));

afterAll(async () => {
  await closePool();
  process.env.DATABASE_URL = before;
  await onServer(`drop database ${NAME} with (force)`);
  await onServer(`drop database if exists ${PLAIN} with (force)`);
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

describe('a Postgres without ICU', () => {
  beforeAll(async () => {
    await inNewDatabase(PLAIN);
    await query({ text: `delete from pg_collation where collprovider = 'i'` });
  });

  it('says what it lacks to a role that may not make up for it', async () => {
    await query({ text: `create role plain_migrator login password 'plain'` });
    await query({ text: `grant create on database ${PLAIN} to plain_migrator` });
    await closePool();
    const url = process.env.DATABASE_URL ?? '';
    process.env.DATABASE_URL = Object.assign(new URL(url), { username: 'plain_migrator', password: 'plain' }).href;
    await expect(migrateDatabase()).rejects.toThrow(/CREATE COLLATION public\."zh-x-icu"/);
    await closePool();
    process.env.DATABASE_URL = url;
    await query({ text: 'drop owned by plain_migrator' });
    await query({ text: 'drop role plain_migrator' });
  });

  it('gets all the tables, and people in some order', async () => {
    await migrateDatabase();
    await query({
      text: `insert into portal."user" (id, login, name) values (gen_random_uuid(), 'b', 'B'), (gen_random_uuid(), 'a', 'A')`,
    });
    const { rows } = await query({ text: `select name from portal."user" u order by ${nameOrder('zh', 'u')}` });
    expect(rows).toEqual([{ name: 'A' }, { name: 'B' }]);
    await migrateDatabase();
  });
});

async function inNewDatabase(name: string): Promise<void> {
  await onServer(`create database ${name}`);
  await closePool();
  process.env.DATABASE_URL = Object.assign(new URL(before), { pathname: `/${name}` }).href;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: before });
  await client.connect();
  await client.query(sql);
  await client.end();
}
