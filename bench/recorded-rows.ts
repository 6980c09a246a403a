import pg from 'pg';
import { query } from '@/server/db/client';

export type Column = { name: string; type: string /** The database makes the value. */; generated: boolean };
/** Every value as Postgres writes it out as text. */
export type Row = Readonly<Record<string, string | null>>;
export type Table = { name: string; columns: readonly Column[]; rows: readonly Row[] };

const PORTAL_TABLES = ['process_instance', 'instance_data', 'activity_instance', 'work_item', 'journal', 'snapshot', 'outbox'];

/** Every row that belongs to a request, table by table, the form's own tables included. */
export async function rowsOf(instanceId: string): Promise<Table[]> {
  const { rows: found } = await query<{ form_row_id: string | null }>({
    text: 'select form_row_id from portal.instance_data where root_instance_id = $1',
    values: [instanceId],
  });
  const marks = [instanceId, ...found.flatMap((row) => row.form_row_id ?? [])].map((id) => `%${id}%`);
  const tables: Table[] = [];
  for (const [name, columns] of await columnsByTable()) {
    const list = columns.map((column) => `${pg.escapeIdentifier(column.name)}::text`).join(', ');
    const { rows } = await query<Row>({ text: `select ${list} from ${name} t where t::text like any($1::text[])`, values: [marks] });
    tables.push({ name, columns, rows });
  }
  return tables;
}

// helpers //////////////////////

async function columnsByTable(): Promise<ReadonlyMap<string, Column[]>> {
  const { rows } = await query<Column & { table: string }>({
    text: `select format('%I.%I', n.nspname, c.relname) as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as generated
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
           where a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
             and (n.nspname = 'form_data' or n.nspname = 'portal' and c.relname = any($1::text[]))
           order by array_position($1::text[], c.relname::text), c.relname, a.attnum`,
    values: [PORTAL_TABLES],
  });
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}
