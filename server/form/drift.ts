import type { Tx } from '@/server/db/unit-of-work';
import type { RegisteredColumn } from './ddl/plan';

/** The first difference between the registry and what the database really has for a form (`table.column`), or null: nobody but publishing may alter these tables. */
export async function findDrift(tx: Tx, code: string, registered: readonly RegisteredColumn[]): Promise<string | null> {
  const { rows } = await tx.query<{ table_name: string; column_name: string; type: string }>({
    name: 'form_drift',
    text: `select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'form_data' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
             and (c.relname = $1 or c.relname like $2) and a.attname like 'f\\_%'`,
    values: [`t_${code}`, `t\\_${code}\\_%`],
  });
  const real = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row.type]));
  const aliases: Record<string, string> = { timestamptz: 'timestamp with time zone', time: 'time without time zone' };
  for (const column of registered) {
    const key = `${column.tableName}.${column.columnName}`;
    const wanted = aliases[column.pgType] ?? column.pgType;
    if (real.get(key) !== wanted) return key;
    real.delete(key);
  }
  return real.keys().next().value ?? null;
}
