import { afterEach, describe, expect, it } from 'vitest';
import { closePool, query } from '@/server/db/client';
import { beginShutdown } from '@/server/shutdown';
import { GET } from './route';
import { readiness } from '@/server/monitor/readiness';

const url = process.env.DATABASE_URL;

afterEach(async () => {
  await closePool();
  process.env.DATABASE_URL = url;
});

describe('a node', () => {
  it('is ready when the database answers with the schema of this build', async () => {
    expect(await readiness()).toBe('ready');
    const told = await GET();
    expect([told.status, await told.json()]).toEqual([
      200,
      { live: true, ready: true, status: 'ready', version: expect.stringMatching(/^\d/) },
    ]);
  });

  it('is not ready when nothing listens at the address of the database', async () => {
    await closePool();
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:9/none';
    expect(await readiness()).toBe('database-unreachable');
  });

  it('is not ready when a migration is missing', async () => {
    await query({ text: 'create table kept as select * from portal_migrations.applied' });
    await query({ text: 'delete from portal_migrations.applied' });
    expect(await readiness()).toBe('schema-outdated');
    const told = await GET();
    expect([told.status, await told.json()]).toMatchObject([503, { live: true, ready: false, status: 'schema-outdated' }]);
    await query({ text: 'insert into portal_migrations.applied select * from kept' });
    expect(await readiness()).toBe('ready');
  });

  it('is not ready while it shuts down', async () => {
    beginShutdown();
    expect(await readiness()).toBe('shutting-down');
  });
});
