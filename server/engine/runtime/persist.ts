import { hash } from 'node:crypto';
import type { Command, CommandResult } from '@/server/engine/core/command';
import type { InstanceState } from '@/server/engine/core/state';
import type { BatchValue } from '@/server/db/batch';
import { constraintOf, messageOf, sqlState } from '@/server/db/sql-error';
import { diff, type WriteRow, type WriteSet } from './diff';
import { type JournalBody, packBody } from './journal-body';
import { journalHash } from './journal-hash';
import type { JournalEnd } from './load';
import { Lru } from '@/lib/lru';
import { packApprovals, packMemo } from './pack-instance';
import { arrange, FIRST_EXTRA, persistSql, REFUSED, type Sections, STARTED } from './persist-sql';
import type { PreparedRunner } from './runner';
import { outboxRow, snapshotRow, statsOf, type Step } from './trail';

/** Rows of other owners that belong to the same step: CTE texts that write only `where exists (select from guard)`. */
export type ExtraWrite = {
  /** Part of the statement's name: equal names have equal texts. */
  name: string;
  /** Gets the parameter that holds `payload`, e.g. `$24`, and the name of the guard CTE. */
  sql(param: string, guard: string): string;
  /** A condition under which the whole statement fails and nothing is written; `refusal` says what the person reads. */
  check?(param: string, guard: string): string | null;
  refusal?(): Error;
  /** What the person reads when a unique index of this owner is violated; null when it is not this owner's. */
  taken?(constraint: string): Error | null;
  payload: unknown;
};

export type PersistInput = {
  step: Omit<Step, 'seq'>;
  journal: JournalEnd;
  /** The revision of the organisation that the step was decided with. */
  organisation: string;
  /** Whether the state before was kept and not loaded: the write then looks for the command, and for the kept journal's end. Of a start, what it was decided on: the write then looks at the process. */
  isKept: boolean;
  commandId: string;
  requestHash: string;
  result: CommandResult;
  extras: readonly ExtraWrite[];
};

/**
 * Writes a step in one prepared statement, which is its own transaction: the difference of the two states, the journal, the
 * snapshot, the outbox and the form's row. Gives the journal's new end; null when somebody else was faster, or the organisation
 * has changed: then nothing was written.
 */
export async function persist(run: PreparedRunner, input: PersistInput): Promise<JournalEnd | null> {
  const step: Step = { ...input.step, seq: input.journal.seq + 1 };
  const { before, after } = step;
  const { instance } = after;
  const kind = before ? 'step' : 'start';
  const written = sections(step);
  const { shape, several, single } = arrange(kind, written);
  const entry = journalEntry(step, input);
  const statement = {
    ...statementOf([shape, ...input.extras.map((extra) => extra.name)].join(' '), kind, written, input.extras),
    values: [
      instance.id,
      before?.instance.version ?? 0,
      JSON.stringify(several),
      instance.status,
      instance.outcome,
      instance.version,
      instance.round,
      instance.title,
      instance.businessKey,
      JSON.stringify(instance.variables),
      JSON.stringify(packApprovals(instance.approvals)),
      JSON.stringify(packMemo(instance.memo)),
      instance.endedAt,
      ...entry.values,
      input.organisation,
      input.isKept ? Buffer.from(input.journal.hash, 'hex') : null,
      ...input.extras.map((extra) => JSON.stringify(extra.payload)),
      ...single,
    ],
  };
  try {
    const { rows } = await run<{ written: number }>(statement);
    return rows[0]?.written === 1 ? { seq: step.seq, hash: entry.hash } : null;
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION && constraintOf(error) === STARTED) return null;
    throw refusalOf(error, input.extras) ?? error;
  }
}

// helpers //////////////////////

const INVALID_TEXT = '22P02';
const BY_EXTRA = new RegExp(`${REFUSED}(\\d+)`);
const UNIQUE_VIOLATION = '23505';

/** A check or a unique index of an extra failed: its own refusal. */
function refusalOf(error: unknown, extras: readonly ExtraWrite[]): Error | undefined {
  const state = sqlState(error);
  if (state === INVALID_TEXT) return extras[Number(BY_EXTRA.exec(messageOf(error) ?? '')?.[1])]?.refusal?.();
  const constraint = state === UNIQUE_VIOLATION ? constraintOf(error) : undefined;
  if (constraint === undefined) return undefined;
  for (const extra of extras) {
    const taken = extra.taken?.(constraint);
    if (taken) return taken;
  }
  return undefined;
}

const statements = new Lru<{ name: string; text: string }>(500);

/** Postgres cuts names at 63 characters, so the shape is hashed. */
function statementOf(
  shape: string,
  kind: 'start' | 'step',
  written: Sections,
  extras: readonly ExtraWrite[],
): { name: string; text: string } {
  const known = statements.get(shape);
  if (known !== undefined) return known;
  const statement = {
    name: `engine_${kind}_${hash('sha256', shape).slice(0, 32)}`,
    text: persistSql(
      kind,
      written,
      extras.map((extra, index) => textOf(extra, `$${FIRST_EXTRA + index}`)),
    ),
  };
  statements.set(shape, statement);
  return statement;
}

function textOf(extra: ExtraWrite, param: string): { cte: string; check: string | null } {
  return { cte: `\n${extra.sql(param, 'guard')}`, check: extra.check?.(param, 'guard') ?? null };
}

function sections(step: Step): WriteSet {
  const { before, after, events } = step;
  const snapshot = snapshotRow(step);
  const outbox = outboxRow(step);
  return {
    ...diff(before, after, events),
    ...(before ? {} : { instance: [startRow(after)] }),
    ...(before?.data === after.data ? {} : { data: [dataRow(after)] }),
    ...(snapshot && { snapshot: [snapshot] }),
    ...(outbox && { outbox: [outbox] }),
  };
}

function startRow({ instance }: InstanceState): WriteRow {
  return {
    process_id: instance.processId,
    version_id: instance.versionId,
    applicant_id: instance.applicantId,
    department_id: instance.departmentId,
    number: instance.number,
    started_at: instance.startedAt,
  };
}

function dataRow({ data }: InstanceState): WriteRow {
  return { form_version_id: data.formVersionId, form_row_id: data.formRowId, rev: data.rev, values: data.values };
}

/** `values` are $14 to $23, in the order of JOURNAL in persist-sql.ts. */
function journalEntry(step: Step, { journal, commandId, requestHash, result }: PersistInput): { hash: string; values: BatchValue[] } {
  const { actor, command } = step;
  const body: JournalBody = { events: step.events, result, stats: statsOf(step) };
  const packed = packBody(body);
  const columns = {
    rootInstanceId: step.after.instance.id,
    seq: step.seq,
    at: step.at,
    actorId: actor.kind === 'user' ? actor.userId : null,
    actorName: actor.name,
    command: command.type,
    commandId,
    requestHash,
    reason: reasonOf(command),
  };
  const hash = journalHash(journal.hash, columns, packed);
  const values = [
    columns.seq,
    columns.at,
    columns.actorId,
    columns.actorName,
    columns.command,
    commandId,
    requestHash,
    columns.reason,
    packed,
    Buffer.from(hash, 'hex'),
  ];
  return { hash, values };
}

/** What the person said why; a decision's comment is in its seat. */
function reasonOf(command: Command): string | null {
  if ('reason' in command) return command.reason;
  return command.type === 'urge' || command.type === 'transfer' || command.type === 'addSign' ? command.comment || null : null;
}
