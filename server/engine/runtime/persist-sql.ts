import type { BatchValue } from '@/server/db/batch';
import type { WriteRow } from './diff';

/*
 * The one statement that writes a step. `guard` is the row of process_instance at the version that was read, while the
 * organisation is at the revision that was asked: no such row, and nothing at all is written.
 *
 * A section is the rows of one table. One row comes as parameters of its own, several come as an array in $3: unpacking JSON costs
 * Postgres a quarter of the statement, and nearly every section of nearly every step is one row.
 */

type Section = {
  columns: readonly { name: string; type: string }[];
  /** `rows` stands in a `from` and is called x. */
  sql(rows: string): string;
};

function section(columns: string, sql: (rows: string) => string): Section {
  return {
    columns: columns.split(', ').map((column) => {
      const [name = '', type = ''] = column.split(' ');
      return { name, type };
    }),
    sql,
  };
}

const only = 'exists (select from guard)';

/** What was asked of the organisation still holds. */
const sameOrganisation = 'exists (select from portal.organisation_revision r where r.revision = $24::uuid)';

/**
 * A state that was kept (docs/adr/0014) has not met the journal: the version may be that of another step, when a database has lost the
 * kept one, and the command may have been carried out before. $25 is the hash where the kept state's journal ended; null when it was loaded.
 */
const sameJournal = `($25::bytea is null
    or exists (select from portal.journal l where l.root_instance_id = $1::uuid and l.seq = $14::int - 1 and l.hash = $25::bytea)
    and not exists (select from portal.journal l where l.root_instance_id = $1::uuid and l.command_id = $19::uuid))`;

/** $1 root, $2 version read, $3 sections of several rows, $4… the instance's own columns, $14… the journal's, $24 the organisation's revision, $25 the hash of a kept state. */
const STEP_GUARD = `
guard as (
  update portal.process_instance set status = $4, outcome = $5, version = $6, round = $7, title = $8, business_key = $9,
    variables = $10::jsonb, approvals = $11::jsonb, memo = $12::jsonb, ended_at = $13::timestamptz
  where root_instance_id = $1::uuid and id = $1::uuid and version = $2::int and ${sameOrganisation}
    and ${sameJournal}
  returning id
)`;

/** The index that a start violates when the request is there. */
export const STARTED = 'process_instance_root_instance_id_id_pk';

const START: Record<'instance' | 'data', Section> = {
  /** A repeated start violates STARTED, which costs the first one nothing ("on conflict do nothing" is 4 % of the statement). $2 is 0. When $25 is not null, nobody has looked at the process for this start. */
  instance: section(
    'process_id uuid, version_id uuid, applicant_id uuid, department_id uuid, number text, started_at timestamptz',
    (rows) => `
guard as (
  insert into portal.process_instance (root_instance_id, id, process_id, version_id, status, outcome, version, round, applicant_id, department_id, department_path,
    title, number, business_key, variables, approvals, memo, started_at, ended_at)
  select $1::uuid, $1::uuid, x.process_id, x.version_id, $4, $5, $6, $7, x.applicant_id, x.department_id,
    coalesce((select p.path from portal.department p where p.id = x.department_id), ''), $8, x.number, $9, $10::jsonb, $11::jsonb, $12::jsonb, x.started_at, $13::timestamptz
  from ${rows}
  where $2::int = 0 and ${sameOrganisation} and ($25::bytea is null
    or exists (select from portal.process p where p.id = x.process_id and p.latest_version_id = x.version_id and p.retired_at is null))
  returning id
)`,
  ),
  data: section(
    'form_version_id uuid, form_row_id uuid, rev int, values jsonb',
    (rows) => `
data_new as (
  insert into portal.instance_data (root_instance_id, form_version_id, form_row_id, rev, values)
  select $1::uuid, x.form_version_id, x.form_row_id, x.rev, x.values
  from ${rows} where ${only}
)`,
  ),
};

/** Every step has one. */
const JOURNAL = `
journal_new as (
  insert into portal.journal (root_instance_id, seq, at, actor_id, actor_name, command, command_id, request_hash, reason, body, hash)
  select $1::uuid, $14::int, $15::timestamptz, $16::uuid, $17, $18, $19::uuid, $20, $21, $22::bytea, $23::bytea from guard
)`;

const STEP = {
  data: section(
    'rev int, values jsonb',
    (rows) => `
data_changed as (
  update portal.instance_data d set rev = x.rev, values = x.values
  from ${rows} where ${only} and d.root_instance_id = $1::uuid
)`,
  ),
  activityNew: section(
    'id uuid, instance_id uuid, element_id text, kind text, scope_id uuid, status text, visit int, via_flow text, causes uuid[], detail jsonb, started_at timestamptz, due_at timestamptz, ended_at timestamptz',
    (rows) => `
activity_new as (
  insert into portal.activity_instance (root_instance_id, id, instance_id, element_id, kind, scope_id, status, visit, via_flow, causes, detail, started_at, due_at, ended_at)
  select $1::uuid, x.id, x.instance_id, x.element_id, x.kind, x.scope_id, x.status, x.visit, x.via_flow, x.causes, x.detail, x.started_at, x.due_at, x.ended_at
  from ${rows} where ${only}
)`,
  ),
  activityChanged: section(
    'id uuid, status text, detail jsonb, due_at timestamptz, ended_at timestamptz',
    (rows) => `
activity_changed as (
  update portal.activity_instance a set status = x.status, detail = x.detail, due_at = x.due_at, ended_at = x.ended_at
  from ${rows}
  where ${only} and a.root_instance_id = $1::uuid and a.id = x.id
)`,
  ),
  itemNew: section(
    'id uuid, activity_id uuid, element_id text, process_id uuid, kind text, status text, open boolean, user_id uuid, on_behalf_of uuid, seat text, parent_seat_id uuid, seat_order int, comment text, created_at timestamptz, viewed_at timestamptz, due_at timestamptz, ended_at timestamptz, urged_at timestamptz, reason jsonb',
    (rows) => `
item_new as (
  insert into portal.work_item (root_instance_id, id, activity_id, element_id, process_id, kind, status, open, user_id, on_behalf_of, seat, parent_seat_id, seat_order,
    comment, created_at, viewed_at, due_at, ended_at, urged_at, reason)
  select $1::uuid, x.id, x.activity_id, x.element_id, x.process_id, x.kind, x.status, x.open, x.user_id, x.on_behalf_of, x.seat, x.parent_seat_id, x.seat_order,
    x.comment, x.created_at, x.viewed_at, x.due_at, x.ended_at, x.urged_at, x.reason
  from ${rows} where ${only}
)`,
  ),
  itemChanged: section(
    'id uuid, status text, open boolean, user_id uuid, on_behalf_of uuid, comment text, viewed_at timestamptz, due_at timestamptz, ended_at timestamptz, urged_at timestamptz, reason jsonb',
    (rows) => `
item_changed as (
  update portal.work_item w set status = x.status, open = x.open, user_id = x.user_id, on_behalf_of = x.on_behalf_of, comment = x.comment, viewed_at = x.viewed_at,
    due_at = x.due_at, ended_at = x.ended_at, urged_at = x.urged_at, reason = x.reason
  from ${rows}
  where ${only} and w.root_instance_id = $1::uuid and w.id = x.id
)`,
  ),
  candidateNew: section(
    'work_item_id uuid, user_id uuid',
    (rows) => `
candidate_new as (
  insert into portal.work_item_candidate (root_instance_id, work_item_id, user_id)
  select $1::uuid, x.work_item_id, x.user_id from ${rows} where ${only}
)`,
  ),
  candidateGone: section(
    'work_item_id uuid, user_id uuid',
    (rows) => `
candidate_gone as (
  delete from portal.work_item_candidate c using ${rows}
  where ${only} and c.root_instance_id = $1::uuid and c.work_item_id = x.work_item_id and c.user_id = x.user_id
)`,
  ),
  tokenNew: section(
    'id uuid, element_id text, flow_id text, scope_id uuid, causes uuid[], carried_over boolean, at timestamptz',
    (rows) => `
token_new as (
  insert into portal.join_token (root_instance_id, id, element_id, flow_id, scope_id, causes, carried_over, at)
  select $1::uuid, x.id, x.element_id, x.flow_id, x.scope_id, x.causes, x.carried_over, x.at
  from ${rows} where ${only}
)`,
  ),
  tokenGone: section(
    'id uuid',
    (rows) => `
token_gone as (
  delete from portal.join_token k using ${rows} where ${only} and k.root_instance_id = $1::uuid and k.id = x.id
)`,
  ),
  timerNew: section(
    'id uuid, activity_id uuid, element_id text, kind text, due_at timestamptz',
    (rows) => `
timer_new as (
  insert into portal.timer (root_instance_id, id, activity_id, element_id, kind, due_at)
  select $1::uuid, x.id, x.activity_id, x.element_id, x.kind, x.due_at
  from ${rows} where ${only}
)`,
  ),
  timerGone: section(
    'id uuid',
    (rows) => `
timer_gone as (
  delete from portal.timer m using ${rows} where ${only} and m.root_instance_id = $1::uuid and m.id = x.id
)`,
  ),
  jobNew: section(
    'id uuid, activity_id uuid, element_id text, connector_id uuid, kind text, status text, attempts int, run_at timestamptz, lease_token uuid, last_error jsonb',
    (rows) => `
job_new as (
  insert into portal.job (root_instance_id, id, activity_id, element_id, connector_id, kind, status, attempts, run_at, lease_token, last_error, created_at)
  select $1::uuid, x.id, x.activity_id, x.element_id, x.connector_id, x.kind, x.status, x.attempts, x.run_at, x.lease_token, x.last_error, now()
  from ${rows} where ${only}
)`,
  ),
  jobChanged: section(
    'id uuid, status text, attempts int, run_at timestamptz, lease_token uuid, last_error jsonb',
    (rows) => `
job_changed as (
  update portal.job b set status = x.status, attempts = x.attempts, run_at = x.run_at, lease_token = x.lease_token, last_error = x.last_error, lease_until = null
  from ${rows}
  where ${only} and b.root_instance_id = $1::uuid and b.id = x.id
)`,
  ),
  jobGone: section(
    'id uuid',
    (rows) => `
job_gone as (
  delete from portal.job b using ${rows} where ${only} and b.root_instance_id = $1::uuid and b.id = x.id
)`,
  ),
  incidentNew: section(
    'id uuid, activity_id uuid, element_id text, process_id uuid, kind text, detail jsonb, created_at timestamptz',
    (rows) => `
incident_new as (
  insert into portal.incident (root_instance_id, id, activity_id, element_id, process_id, kind, detail, created_at)
  select $1::uuid, x.id, x.activity_id, x.element_id, x.process_id, x.kind, x.detail, x.created_at
  from ${rows} where ${only}
)`,
  ),
  incidentResolved: section(
    'id uuid, at timestamptz, by_user_id uuid, note text',
    (rows) => `
incident_resolved as (
  update portal.incident i set resolved_at = x.at, resolved_by = x.by_user_id, note = x.note
  from ${rows}
  where ${only} and i.root_instance_id = $1::uuid and i.id = x.id
)`,
  ),
  snapshot: section(
    'seq int, activity_id uuid, work_item_id uuid, element_id text, actor_id uuid, at timestamptz, round int, rev_before int, rev_after int, changes jsonb, full jsonb',
    (rows) => `
snapshot_new as (
  insert into portal.snapshot (root_instance_id, seq, activity_id, work_item_id, element_id, actor_id, at, round, rev_before, rev_after, changes, "full")
  select $1::uuid, x.seq, x.activity_id, x.work_item_id, x.element_id, x.actor_id, x.at, x.round, x.rev_before, x.rev_after, x.changes, x."full"
  from ${rows} where ${only}
)`,
  ),
  outbox: section(
    'kind text, payload jsonb',
    (rows) => `
outbox_new as (
  insert into portal.outbox (kind, payload)
  select x.kind, x.payload from ${rows} where ${only}
)`,
  ),
};

/** `cte` writes only `where exists (select from guard)`; when `check` holds, the statement fails and nothing of it stays. */
export type Extra = { cte: string; check: string | null };

/** Rows by section, each with its columns. */
export type Sections = Readonly<Record<string, readonly WriteRow[]>>;

/** Rows in the order of the statement that writes them. */
export type Arranged = {
  /** What the statement looks like, in a few words: equal ones have equal texts. */
  shape: string;
  /** What goes into $3. */
  several: Sections;
  /** The parameters of the single rows. */
  single: readonly BatchValue[];
};

export function arrange(kind: Kind, written: Sections): Arranged {
  let shape: string = kind;
  const several: Record<string, readonly WriteRow[]> = {};
  const single: BatchValue[] = [];
  // The values of a request that is submitted are in its data and in its snapshot.
  const texts = new Map<unknown, string>();
  for (const [name, { columns }] of SECTIONS[kind]) {
    const rows = written[name];
    if (rows === undefined) continue;
    shape += ` ${name}`;
    if (isSingle(rows)) {
      for (const { name: column, type } of columns) single.push(valueOf(rows[0][column], type, texts));
    } else {
      shape += '*';
      several[name] = rows;
    }
  }
  return { shape, several, single };
}

/**
 * Parts for these sections alone: one that has nothing to write would still be set up by every execution. Extras take their payload from the parameters
 * after $25, single rows theirs after those. A single row's columns stand where they are used, and no blank is there for readers: for every execution
 * Postgres copies the text and walks the parsed statement, a tenth of its work.
 */
export function persistSql(kind: Kind, written: Sections, extras: readonly Extra[]): string {
  let last = FIRST_EXTRA + extras.length - 1;
  const parts = SECTIONS[kind].flatMap(([name, { columns, sql }]) => {
    const rows = written[name];
    if (rows === undefined) return [];
    if (isSingle(rows)) return [inPlace(sql(ROWS), new Map(columns.map((column) => [column.name, `$${++last}::${column.type}`])))];
    const list = columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ');
    return [sql(`jsonb_to_recordset($3::jsonb->'${name}') as x(${list})`)];
  });
  const ctes = kind === 'start' ? [...parts.slice(0, 1), JOURNAL, ...parts.slice(1)] : [STEP_GUARD, JOURNAL, ...parts];
  // $3 has a type also when no section reads it. A cast that fails is how a single statement can take itself back and say for which of its extras; the planner cannot fold it, since it depends on rows.
  const checks = extras.flatMap(({ check }, index) =>
    check === null ? [] : [`, (case when ${check} then '${REFUSED}${index}' else '0' end)::int`],
  );
  const text = `with${[...ctes, ...extras.map(({ cte }) => cte)].join(',')} select (select count(*)::int from guard) as written${checks.join('')} where $3::jsonb is not null`;
  return text.replace(/\s+/g, ' ');
}

export const FIRST_EXTRA = 26;

/** Stands before the number of an extra in the message of the error by which its check has failed. */
export const REFUSED = 'refused by extra ';

// helpers //////////////////////

type Kind = 'start' | 'step';

const { data: _, ...others } = STEP;
const SECTIONS = { start: Object.entries({ ...START, ...others }), step: Object.entries(STEP) };

function isSingle(rows: readonly WriteRow[] | undefined): rows is readonly [WriteRow] {
  return rows?.length === 1;
}

/** Stands for the rows in the text of a section with a single one. */
const ROWS = '@rows';
const BEHIND_GUARD = new RegExp(`(from|using) ${ROWS}\\s+where exists \\(select from guard\\)( and)?`);

/** `x.status … from @rows where …` with each column's parameter in its place; the guard's own row then stands for the single one, which is cheaper than to ask for it. */
function inPlace(sql: string, parameters: ReadonlyMap<string, string>): string {
  return sql
    .replace(BEHIND_GUARD, (_whole, from: string, and: string | undefined) => `${from} guard${and ? ' where' : ''}`)
    .replace(new RegExp(`from ${ROWS}\\s+where`), 'where')
    .replace(/\bx\."?(\w+)"?/g, (_whole, column: string) => parameters.get(column) ?? failed(column));
}

function failed(column: string): never {
  throw new Error(`a section reads ${column}, which is none of its columns`);
}

/** "full" and "values" are words of SQL. */
function quoted(name: string): string {
  return `"${name}"`;
}

function valueOf(value: unknown, type: string, texts: Map<unknown, string>): BatchValue {
  if (value === undefined || value === null) return null;
  if (type === 'jsonb') {
    let text = texts.get(value);
    if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
    return text;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`a row has an object where ${type} is`);
}
