import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

const Accounts = z.array(z.object({ login: z.string(), password: z.string() })).min(1);

/** One password opens every account of the sample company. */
export function demoPassword(): string {
  const [first] = Accounts.parse(JSON.parse(readFileSync(join(dataFolder(), 'demo-accounts.json'), 'utf8')));
  if (!first) throw new Error('demo-accounts.json is empty');
  return first.password;
}

let pool: pg.Pool | undefined;

/** Reads the portal's own database: what the pages say is compared with what is stored. */
export async function rowsOf<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: databaseUrl(), max: 2, allowExitOnIdle: true });
  const { rows } = await pool.query<Row>(text, [...values]);
  return rows;
}

export async function rowOf<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row> {
  const [row] = await rowsOf<Row>(text, values);
  if (!row) throw new Error(`no row: ${text}`);
  return row;
}

// helpers //////////////////////

function dataFolder(): string {
  const folder = process.env.VERMILION_DATA;
  if (!folder) throw new Error('set VERMILION_DATA to the data folder of the server under test');
  return folder;
}

function databaseUrl(): string {
  const read = (name: string) => readFileSync(join(dataFolder(), 'postgres', name), 'utf8').trim();
  return process.env.DATABASE_URL ?? `postgresql://vermilion:${read('password')}@127.0.0.1:${read('port')}/vermilion`;
}
