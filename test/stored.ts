import { query } from '@/server/db/client';

/** What is in the database, told apart by the transactions that wrote it: reads leave no mark, and neither does what was rolled back. */
export type Stored = ReadonlyMap<string, { rows: number; newest: bigint }>;

/** Written beside the business: who was seen when, who tried how often. */
const BESIDE = ['session', 'sign_in_attempt'];

export async function stored(): Promise<Stored> {
  const tables = await query<{ name: string }>({
    text: `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$|^drizzle$' and c.relname <> all($1)`,
    values: [BESIDE],
  });
  const { rows } = await query<{ name: string; rows: string; newest: string | null }>({
    text: tables.rows
      .map(
        ({ name }) =>
          `select '${name.replaceAll("'", "''")}' as name, count(*)::text as rows, max(xmin::text::bigint)::text as newest from ${name}`,
      )
      .join(' union all '),
  });
  return new Map(rows.map(({ name, rows: count, newest }) => [name, { rows: Number(count), newest: BigInt(newest ?? 0) }]));
}

/** The tables that hold something else than before. */
export function changedTables(before: Stored, after: Stored): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return was?.rows !== is?.rows || was?.newest !== is?.newest;
  });
}

/** The transactions that wrote the newest row of each changed table: one, when everything was written together. */
export function transactionsSince(before: Stored, after: Stored): readonly bigint[] {
  const was = [...before.values()].reduce((most, { newest }) => (newest > most ? newest : most), 0n);
  return [...new Set([...after.values()].map(({ newest }) => newest).filter((newest) => newest > was))];
}
