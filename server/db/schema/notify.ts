import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, id, portal } from './columns';

/** Written in the step's transaction, drained and deleted by one dispatcher. */
export const outbox = portal.table('outbox', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').notNull(),
  payload: jsonb('payload').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  /** Of a message that could not be dispatched: null in all others, where it costs a step nothing. */
  failures: integer('failures'),
  putOffUntil: at('put_off_until'),
});

export const notice = portal.table(
  'notice',
  {
    id: id(),
    userId: uuid('user_id').notNull(),
    /** assigned | returned | completed | rejected | urged | read | commented | incident | overdue | transferred | withdrawn | terminated */
    kind: text('kind').notNull(),
    rootInstanceId: uuid('root_instance_id'),
    workItemId: uuid('work_item_id'),
    params: jsonb('params').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    readAt: at('read_at'),
  },
  (t) => [index('notice_user').on(t.userId, t.id.desc()), index('notice_unread').on(t.userId, t.id.desc()).where(sql`read_at is null`)],
);

/** A mail to send: at least once, with a stable Message-ID made of its id. */
export const mail = portal.table(
  'mail',
  {
    id: id(),
    userId: uuid('user_id').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    /** ready | sent | dead */
    status: text('status').notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAt: at('run_at').notNull(),
    leaseUntil: at('lease_until'),
    lastError: text('last_error'),
    createdAt: at('created_at').notNull().defaultNow(),
    sentAt: at('sent_at'),
  },
  (t) => [index('mail_ready').on(t.runAt).where(sql`status = 'ready'`), index('mail_dead').on(t.id).where(sql`status = 'dead'`)],
);

/** A user's choice per kind of notice; a missing row means both channels. */
export const noticeSetting = portal.table(
  'notice_setting',
  {
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    inApp: boolean('in_app').notNull().default(true),
    mail: boolean('mail').notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

/** Counters of the dashboard, rolled up from the outbox's events; history is never scanned for them. */
export const dailyStat = portal.table(
  'daily_stat',
  {
    day: date('day', { mode: 'string' }).notNull(),
    processId: uuid('process_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    started: integer('started').notNull().default(0),
    completed: integer('completed').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    withdrawn: integer('withdrawn').notNull().default(0),
    terminated: integer('terminated').notNull().default(0),
    totalSeconds: bigint('total_seconds', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.processId, t.departmentId] })],
);

/** Waiting times of human activities per day and element, for the slowest steps. */
export const activityStat = portal.table(
  'activity_stat',
  {
    day: date('day', { mode: 'string' }).notNull(),
    processId: uuid('process_id').notNull(),
    elementId: text('element_id').notNull(),
    completed: integer('completed').notNull().default(0),
    totalSeconds: bigint('total_seconds', { mode: 'number' }).notNull().default(0),
    /** Histogram of waits in powers of two of minutes: median and 90 % come from it without a scan. */
    buckets: integer('buckets').array().notNull().default(sql`'{}'`),
  },
  (t) => [primaryKey({ columns: [t.day, t.processId, t.elementId] })],
);

/** Small facts of the installation: when the demo company was seeded, which templates are installed. */
export const installation = portal.table('installation', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  at: at('at').notNull().defaultNow(),
});
