import pg from 'pg';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { Row, Table } from './recorded-rows';

/*
 * The hand-written side: what a step of the engine wrote, as one prepared statement of plain INSERTs and UPDATEs, guarded by the
 * version. It is made from the rows before and after the step, so both sides write the same rows; everything but the ids is a
 * constant: nothing is computed, looked up or checked. One round trip, and the least that any program has to do.
 */

/** `ids`: the recorded request's ids that the statement names, in the order of its parameters. */
export type HandStatement = { name: string; text: string; ids: readonly string[] };

/** A request's own ids by those of the recorded one. */
export type OwnIds = ReadonlyMap<string, string>;

export function handStatement(name: string, before: readonly Table[], after: readonly Table[]): HandStatement {
  const own = new Set(after.flatMap(idsOf));
  const ids: string[] = [];
  const write: Write = (value, type) => {
    if (value === null) return `null::${type}`;
    if (!own.has(value)) return `${pg.escapeLiteral(value)}::${type}`;
    if (!ids.includes(value)) ids.push(value);
    return `$${ids.indexOf(value) + 1}::${type}`;
  };
  const [guard, ...rest] = after.flatMap((table) => changesOf(table, before.find((one) => one.name === table.name)?.rows ?? [], write));
  const ctes = [`guard as (${guard?.(false)} returning 1)`, ...rest.map((change, index) => `w${index} as (${change(true)})`)];
  return { name, text: `with ${ctes.join(',\n')}\nselect count(*)::int as written from guard`, ids };
}

/** Writes one step of one request; gives its ids with those that the step has made. */
export async function runHand({ name, text, ids }: HandStatement, known: OwnIds = new Map()): Promise<OwnIds> {
  const own = new Map(known);
  const values = ids.map((id) => own.get(id) ?? (own.set(id, newId()), own.get(id)));
  const { rows } = await query<{ written: number }>({ name, text, values });
  if (rows[0]?.written !== 1) throw new Error(`${name} has written nothing`);
  return own;
}

// helpers //////////////////////

type Write = (value: string | null, type: string) => string;
/** The SQL of one row's change; the first one is the guard, the others write only behind it. */
type Change = (guarded: boolean) => string;

/** Ids of rows, and of the command that the journal keeps. */
function idsOf({ columns, rows }: Table): string[] {
  const names = columns.flatMap(({ name, type }) => (type === 'uuid' && (name === 'id' || name === 'command_id') ? [name] : []));
  return rows.flatMap((row) => names.flatMap((name) => row[name] ?? []));
}

function keyOf(row: Row): string {
  return row.id ?? row.seq ?? '';
}

function changesOf(table: Table, before: readonly Row[], write: Write): Change[] {
  return table.rows.flatMap((row) => {
    const old = before.find((one) => keyOf(one) === keyOf(row));
    if (!old) return [insertOf(table, row, write)];
    return table.columns.some(({ name }) => old[name] !== row[name]) ? [updateOf(table, old, row, write)] : [];
  });
}

function insertOf({ name, columns: all }: Table, row: Row, write: Write): Change {
  const columns = all.filter((column) => !column.generated);
  const names = columns.map((column) => pg.escapeIdentifier(column.name)).join(', ');
  const values = columns.map((column) => write(row[column.name] ?? null, column.type)).join(', ');
  return (guarded) => `insert into ${name} (${names}) select ${values}${guarded ? ' from guard' : ''}`;
}

/** Found by the key, and the guard by the version too. */
function updateOf({ name, columns }: Table, old: Row, row: Row, write: Write): Change {
  const of = (column: Table['columns'][number], from: Row) =>
    `${pg.escapeIdentifier(column.name)} = ${write(from[column.name] ?? null, column.type)}`;
  const sets = columns.filter((column) => old[column.name] !== row[column.name]).map((column) => of(column, row));
  const keys = columns.filter((column) => ['root_instance_id', 'id', 'seq'].includes(column.name)).map((column) => of(column, old));
  const versions = columns.filter((column) => column.name === 'version').map((column) => of(column, old));
  return (guarded) =>
    `update ${name} set ${sets.join(', ')} where ${[...keys, ...(guarded ? ['exists (select from guard)'] : versions)].join(' and ')}`;
}
