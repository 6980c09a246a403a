import { index, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { at, id, portal } from './columns';

/** Who did what outside a running instance (organisation, design, sign-in, administration); append-only. An instance's own trail is the journal. */
export const auditLog = portal.table(
  'audit_log',
  {
    id: id(),
    at: at('at').notNull().defaultNow(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    reason: text('reason'),
    requestId: text('request_id'),
    ip: text('ip'),
  },
  (t) => [index('audit_log_subject').on(t.subjectKind, t.subjectId, t.id), index('audit_log_actor').on(t.actorId, t.id)],
);
