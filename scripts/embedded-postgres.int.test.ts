import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres, temporaryFolder } from './embedded-postgres.mjs';

const folder = temporaryFolder('vermilion-launcher');
const servers: PostgresServer[] = [];

afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const { place } of servers) rmSync(place, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('is created once when several processes start on an empty folder at the same time', async () => {
    const fresh = temporaryFolder('vermilion-launcher-many');
    const started = await Promise.all([startElsewhere(fresh), startElsewhere(fresh), startElsewhere(fresh)]);
    expect(new Set(started.map(({ postmaster: pid }) => pid)).size).toBe(1);
    for (const { url } of started) expect(await run(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await Promise.all(
      started.map(({ child }) => {
        child.stdin?.end();
        return once(child, 'exit');
      }),
    );
    rmSync(fresh, { recursive: true, force: true });
  });

  it('survives the process that started it, and the next one finds it with its data', async () => {
    // given: another process starts it, stores a row and is killed
    const first = await startElsewhere();
    await run(first.url, 'create table kept (n int); insert into kept values (1)');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    // when
    const server = await start();
    // then: the same server, not a second one
    expect(postmaster(server)).toBe(first.postmaster);
    expect(await run(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('is not stopped by a process that came later, while the first still uses it', async () => {
    const server = await start();
    const later = await startElsewhere();
    later.child.stdin?.end();
    await once(later.child, 'exit');
    expect(await run(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('keeps its data and its port over a stop', async () => {
    const server = await start();
    await server.stop();
    await expect(run(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const again = await start();
    expect(again.port).toBe(server.port);
    expect(await run(again.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('keeps text as UTF-8, sorts it by its language and asks for a password', async () => {
    const { url } = await start();
    expect(
      await run(
        url,
        "select current_setting('server_encoding') as encoding, datlocprovider::text as provider from pg_database where datname = current_database()",
      ),
    ).toEqual([{ encoding: 'UTF8', provider: 'i' }]);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(run(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });
});

async function start(): Promise<PostgresServer> {
  const server = await startPostgres(folder, { fast: true });
  servers.push(server);
  return server;
}

/** Starts it in a process of its own, which stops it when its input ends. */
async function startElsewhere(at = folder): Promise<{ child: ChildProcess; url: string; postmaster: string }> {
  const code = `const { startPostgres } = await import('./scripts/embedded-postgres.mjs');
    const server = await startPostgres(process.argv[1], { fast: true });
    process.stdin.resume().once('end', () => server.stop().then(() => process.exit(0)));
    console.log(JSON.stringify(server));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, at], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  const server = JSON.parse(chunk.toString()) as PostgresServer;
  return { child, url: server.url, postmaster: postmaster(server) };
}

function postmaster({ place }: PostgresServer): string {
  return readFileSync(join(place, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
}

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
