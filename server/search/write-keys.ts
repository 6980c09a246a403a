import { type Tx, withTransaction } from '@/server/db/unit-of-work';
import { keysOf, type Named } from './keys-of';

const BATCH = 500;

/** Lets the records be found by the names that they have now. Every verb that writes one ends with it; what others left is done as well. */
export async function writeSearchKeys(tx: Tx): Promise<void> {
  while ((await writeBatch(tx)) === BATCH);
}

/** The records that were named by something other than a verb: a migration, the sample company, a node of an older build. Says how many there were. */
export function catchUpSearchKeys(): Promise<number> {
  return withTransaction(writeBatch);
}

// helpers //////////////////////

type Due = Named & { kind: string; id: string };

async function writeBatch(tx: Tx): Promise<number> {
  const { rows } = await tx.query<Due>({ name: 'search_key_take', text: TAKE, values: [BATCH] });
  if (rows.length === 0) return 0;
  const keys = rows.flatMap((row) => [...keysOf(row)].map(([key, whole]) => ({ kind: row.kind, id: row.id, key, whole })));
  await tx.query({
    name: 'search_key_forget',
    text: 'delete from portal.search_key k using unnest($1::text[], $2::uuid[]) as g(kind, id) where k.kind = g.kind and k.id = g.id',
    values: [rows.map((row) => row.kind), rows.map((row) => row.id)],
  });
  await tx.query({
    name: 'search_key_write',
    text: `insert into portal.search_key (kind, key, id, is_whole)
           select k.kind, k.key, k.id, k.whole from jsonb_to_recordset($1::jsonb) as k(kind text, key text, id uuid, whole boolean)`,
    values: [JSON.stringify(keys)],
  });
  return rows.length;
}

const NAMED = (kind: string, table: string, code = 'code') =>
  `select name_zh as zh, name_en as en, array[${code}] as words from portal.${table} where d.kind = '${kind}' and id = d.id`;

/** Two transactions never take the same record: the second one passes over what the first holds. */
const TAKE = `
with taken as (
  select kind, id from portal.search_key_due limit $1 for update skip locked
), d as (
  delete from portal.search_key_due s using taken t where s.kind = t.kind and s.id = t.id returning s.kind, s.id
)
select d.kind, d.id, n.zh, n.en, n.words from d cross join lateral (
  select name as zh, name_en as en, array[login, email, employee_no] as words from portal."user" where d.kind = 'user' and id = d.id
  union all ${[NAMED('department', 'department'), NAMED('position', 'position'), NAMED('role', 'role'), NAMED('workGroup', 'work_group'), NAMED('form', 'form', "''"), NAMED('process', 'process', 'key')].join('\n  union all ')}
) n`;
