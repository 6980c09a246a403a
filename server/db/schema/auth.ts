import { index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, id, portal } from './columns';
import { user } from './org';

/** A sign-in; its id is in the JWT and is looked up at every request, so revoking it ends the session at once. */
export const session = portal.table(
  'session',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    revokedAt: at('revoked_at'),
    ip: text('ip'),
    userAgent: text('user_agent'),
  },
  (t) => [index('session_user').on(t.userId, t.revokedAt)],
);

/** Failed sign-ins by subject (`login:…` or `ip:…`) in a fixed window: the brute-force limit of every node. */
export const signInAttempt = portal.table('sign_in_attempt', {
  subject: text('subject').primaryKey(),
  failures: integer('failures').notNull(),
  windowStartedAt: at('window_started_at').notNull(),
  blockedUntil: at('blocked_until'),
});

/** What a user may do beyond being a user; `grant` is a name of server/auth/permissions.ts. */
export const userGrant = portal.table(
  'user_grant',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    grant: text('grant').notNull(),
    grantedBy: uuid('granted_by'),
    grantedAt: at('granted_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.grant] })],
);

/** First answer of every mutation outside the engine, by the client's commandId; a repeat is answered from here. */
export const commandLog = portal.table(
  'command_log',
  {
    commandId: uuid('command_id').primaryKey(),
    actorId: uuid('actor_id'),
    verb: text('verb').notNull(),
    requestHash: text('request_hash').notNull(),
    result: jsonb('result'),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('command_log_at').on(t.at)],
);
