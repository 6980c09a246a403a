import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, portal } from './columns';

/*
 * Every live table's key begins with root_instance_id: a command touches one root, so its rows lie together
 * on one page run today and on one shard later. No foreign keys inside the engine's tables: the one writer is
 * server/engine/runtime/persist.ts, in one version-guarded statement.
 */

export const processInstance = portal.table(
  'process_instance',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    processId: uuid('process_id').notNull(),
    versionId: uuid('version_id').notNull(),
    applicantId: uuid('applicant_id').notNull(),
    /** Of the applicant's post when it started; managers watch by it. */
    departmentId: uuid('department_id'),
    departmentPath: text('department_path').notNull().default(''),
    title: text('title').notNull(),
    number: text('number').notNull(),
    businessKey: text('business_key'),
    startedAt: at('started_at').notNull(),
    /*
     * What steps change stands together at the end: an update's WAL record holds what lies between the first and the last byte
     * that changed.
     */
    /** initialized | running | suspended | completed | terminated */
    status: text('status').notNull(),
    /** approved | rejected | withdrawn | terminated | expired | failed; null while it moves */
    outcome: text('outcome'),
    round: integer('round').notNull().default(1),
    endedAt: at('ended_at'),
    /** Guards every write: one command = one increment. */
    version: integer('version').notNull(),
    /** Small values of the engine: results of service tasks, outcomes by activity. */
    variables: jsonb('variables').notNull().default({}),
    /** Who approved what in the present round, for "the same person twice". */
    approvals: jsonb('approvals').notNull().default([]),
    /** Data of the live state that no query filters on (per-scope counters, pointers for the way back). */
    memo: jsonb('memo').notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.rootInstanceId, t.id] }),
    index('process_instance_applicant').on(t.applicantId, t.id.desc()),
    index('process_instance_open').on(t.processId, t.id.desc()).where(sql`ended_at is null`),
    index('process_instance_open_all').on(t.id.desc()).where(sql`ended_at is null`),
    index('process_instance_ended').on(t.endedAt.desc(), t.id.desc()).where(sql`ended_at is not null`),
    // By the pattern operators: a number is found by how it begins, in any collation.
    index('process_instance_number').on(t.number.op('text_pattern_ops')),
    index('process_instance_business_key').on(t.processId, t.businessKey).where(sql`business_key is not null`),
    index('process_instance_department').on(t.departmentPath.op('text_pattern_ops'), t.id.desc()),
  ],
);

export const activityInstance = portal.table(
  'activity_instance',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    instanceId: uuid('instance_id').notNull(),
    elementId: text('element_id').notNull(),
    /** BPMN kind, or `revise`: the applicant's own turn at the start event after a return. */
    kind: text('kind').notNull(),
    /** The activity instance of the enclosing sub-process; null in the process itself. */
    scopeId: uuid('scope_id'),
    /** 1 for the first time the element is reached, then 2, … */
    visit: integer('visit').notNull(),
    viaFlow: text('via_flow'),
    /** Completed activity instances this token descends from (causality for return). */
    causes: uuid('causes').array().notNull().default(sql`'{}'`),
    startedAt: at('started_at').notNull(),
    /* What steps change stands together at the end, as in process_instance. */
    /** active | completed | failed | rolled_back | cancelled */
    status: text('status').notNull(),
    dueAt: at('due_at'),
    endedAt: at('ended_at'),
    /** Approval group: rule, need, arithmetic, outcome, and the way back of a `revise`. */
    detail: jsonb('detail'),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.id] })],
);

/** One person's seat in an activity instance; or a thing to read (`kind` = read). */
export const workItem = portal.table(
  'work_item',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id').notNull(),
    elementId: text('element_id').notNull(),
    processId: uuid('process_id').notNull(),
    /** task | revise | read */
    kind: text('kind').notNull(),
    /** waiting | unread | viewed | accepted | approved | rejected | done | returned | transferred | timed_out | cancelled */
    status: text('status').notNull(),
    /** unread, viewed or accepted: it waits for its person. Kept in step with `status` by the engine, for the partial indexes. */
    open: boolean('open').notNull(),
    /** Null while it is offered to candidates (claimable). */
    userId: uuid('user_id'),
    /** The person the user acts for (proxy). */
    onBehalfOf: uuid('on_behalf_of'),
    /** original | before | after | parallel | transferred */
    seat: text('seat').notNull().default('original'),
    parentSeatId: uuid('parent_seat_id'),
    seatOrder: integer('seat_order').notNull().default(0),
    comment: text('comment'),
    createdAt: at('created_at').notNull(),
    viewedAt: at('viewed_at'),
    dueAt: at('due_at'),
    endedAt: at('ended_at'),
    urgedAt: at('urged_at'),
    /** Why this person: rule, fallback, proxy, dedupe; shown to users. */
    reason: jsonb('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.rootInstanceId, t.id] }),
    index('work_item_id').on(t.id),
    index('work_item_inbox').on(t.userId, t.kind, t.id.desc()).where(sql`open`),
    index('work_item_done').on(t.userId, t.endedAt.desc(), t.id.desc()).where(sql`not open and ended_at is not null`),
    index('work_item_inbox_due').on(t.userId, t.dueAt, t.id).where(sql`open and due_at is not null and kind <> 'read'`),
    index('work_item_due').on(t.dueAt, t.id).where(sql`open and due_at is not null`),
  ],
);

/** Who may claim an offered work item; rows exist only while it is offered. */
export const workItemCandidate = portal.table(
  'work_item_candidate',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    workItemId: uuid('work_item_id').notNull(),
    userId: uuid('user_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rootInstanceId, t.workItemId, t.userId] }),
    index('work_item_candidate_user').on(t.userId, t.workItemId.desc()),
  ],
);

/** A token that waits at a joining gateway. */
export const joinToken = portal.table(
  'join_token',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    elementId: text('element_id').notNull(),
    flowId: text('flow_id').notNull(),
    scopeId: uuid('scope_id'),
    causes: uuid('causes').array().notNull().default(sql`'{}'`),
    carriedOver: boolean('carried_over').notNull().default(false),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.id] })],
);

export const timer = portal.table(
  'timer',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    /** Null for the instance's life span. */
    activityId: uuid('activity_id'),
    elementId: text('element_id'),
    /** catch | boundary | due | lifeSpan */
    kind: text('kind').notNull(),
    dueAt: at('due_at').notNull(),
    leaseUntil: at('lease_until'),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.id] }), index('timer_due').on(t.dueAt)],
);

/** Work for the worker on behalf of an activity (service task); fenced by lease_token. */
export const job = portal.table(
  'job',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id').notNull(),
    elementId: text('element_id').notNull(),
    /** Whose turn it is among the calls: a slow system holds up nothing but its own. A node that does not know the column yet writes the default. */
    connectorId: uuid('connector_id').notNull().default('00000000-0000-0000-0000-000000000000'),
    kind: text('kind').notNull(),
    /** ready | dead (an incident stands open for it) */
    status: text('status').notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAt: at('run_at').notNull(),
    leaseUntil: at('lease_until'),
    leaseToken: uuid('lease_token'),
    lastError: jsonb('last_error'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rootInstanceId, t.id] }),
    index('job_ready').on(t.runAt).where(sql`status = 'ready'`),
    index('job_ready_of').on(t.connectorId, t.runAt).where(sql`status = 'ready'`),
  ],
);

export const incident = portal.table(
  'incident',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id'),
    elementId: text('element_id'),
    processId: uuid('process_id').notNull(),
    /** connector | nobody | noFlow | expression | stepLimit | uncaughtError */
    kind: text('kind').notNull(),
    detail: jsonb('detail').notNull(),
    createdAt: at('created_at').notNull(),
    resolvedAt: at('resolved_at'),
    resolvedBy: uuid('resolved_by'),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.id] }), index('incident_open').on(t.createdAt, t.id).where(sql`resolved_at is null`)],
);

/** The working copy of the request's form values, written with the typed row of form_data in one transaction. */
export const instanceData = portal.table('instance_data', {
  rootInstanceId: uuid('root_instance_id').primaryKey(),
  formVersionId: uuid('form_version_id'),
  formRowId: uuid('form_row_id'),
  rev: integer('rev').notNull(),
  values: jsonb('values').notNull(),
});

/**
 * One row per command, append-only, hash-chained per instance: hash = sha256(hash of the row before ‖ canonical row). Who, when,
 * what and why are columns; the events and the answer are packed (server/engine/runtime/journal-body.ts).
 */
export const journal = portal.table(
  'journal',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    seq: integer('seq').notNull(),
    at: at('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    command: text('command').notNull(),
    commandId: uuid('command_id').notNull(),
    requestHash: text('request_hash').notNull(),
    reason: text('reason'),
    body: bytea('body').notNull(),
    hash: bytea('hash').notNull(),
  },
  /*
   * A repeated command is looked for among the root's own rows, in the snapshot whose version guards the write: two of one command cannot
   * both find that version. An index on it would cost every step 0.1 KB of WAL.
   */
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.seq] })],
);

/** What one step changed in the form's data, for steps that changed something; `full` at submit and resubmit, so that any revision can be rebuilt. */
export const snapshot = portal.table(
  'snapshot',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    seq: integer('seq').notNull(),
    activityId: uuid('activity_id'),
    workItemId: uuid('work_item_id'),
    elementId: text('element_id'),
    actorId: uuid('actor_id'),
    at: at('at').notNull(),
    round: integer('round').notNull(),
    revBefore: integer('rev_before').notNull(),
    revAfter: integer('rev_after').notNull(),
    changes: jsonb('changes').notNull(),
    full: jsonb('full'),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.seq] })],
);

export const comment = portal.table(
  'comment',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    authorId: uuid('author_id').notNull(),
    text: text('text').notNull(),
    at: at('at').notNull().defaultNow(),
    /** Whom it is addressed to: they take part in the request, and are told. */
    mentions: uuid('mentions').array().notNull().default(sql`'{}'`),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.id] })],
);

/** Every attempt of every outside call, with its idempotency key (the side-effect ledger). */
export const connectorCall = portal.table(
  'connector_call',
  {
    rootInstanceId: uuid('root_instance_id').notNull(),
    id: uuid('id').notNull(),
    jobId: uuid('job_id').notNull(),
    elementId: text('element_id').notNull(),
    connectorId: uuid('connector_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    attempt: integer('attempt').notNull(),
    request: jsonb('request').notNull(),
    status: integer('status'),
    response: jsonb('response'),
    error: text('error'),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.rootInstanceId, t.id] }), index('connector_call_connector').on(t.connectorId, t.id.desc())],
);
