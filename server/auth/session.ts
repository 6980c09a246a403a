import type { Locale } from '@/lib/json';
import type { Theme } from '@/lib/preferences';
import { query } from '../db/client';
import type { Tx } from '../db/unit-of-work';
import { publishLive } from '../live/publish';
import { type Permission, permissionsOf } from './permissions';

export const SESSION_DAYS = 14;
const IDLE_HOURS = 24;

/** A session that is alive, with its user as of now. */
export type LiveSession = {
  sessionId: string;
  userId: string;
  login: string;
  name: string;
  nameEn: string;
  locale: Locale;
  theme: Theme;
  timeZone: string;
  mustChangePassword: boolean;
  grants: readonly string[];
  permissions: ReadonlySet<Permission>;
};

type Row = {
  user_id: string;
  login: string;
  name: string;
  name_en: string;
  locale: Locale;
  theme: Theme;
  time_zone: string;
  must_change_password: boolean;
  grants: string[];
  stale: boolean;
};

/**
 * The session with this id, or null when it is revoked, expired, idle for a day, or its user is disabled. Read at every request and
 * never cached: what an administrator takes away is gone with the next click.
 */
export async function readSession(sessionId: string): Promise<LiveSession | null> {
  const { rows } = await query<Row>({
    name: 'session_read',
    text: `select u.id as user_id, u.login, u.name, u.name_en, u.locale, u.theme, u.time_zone, u.must_change_password,
             array(select g."grant" from portal.user_grant g where g.user_id = u.id) as grants,
             s.last_seen_at < now() - interval '5 minutes' as stale
           from portal.session s join portal."user" u on u.id = s.user_id
           where s.id = $1 and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(hours => $2) and u.disabled_at is null`,
    values: [sessionId, IDLE_HOURS],
  });
  const row = rows[0];
  if (!row) return null;
  if (row.stale) await touch(sessionId);
  return {
    sessionId,
    userId: row.user_id,
    login: row.login,
    name: row.name,
    nameEn: row.name_en,
    locale: row.locale,
    theme: row.theme,
    timeZone: row.time_zone,
    mustChangePassword: row.must_change_password,
    grants: row.grants,
    permissions: permissionsOf(row.grants),
  };
}

/** Whether the session still lives; asked for without being used, so that an open page keeps nobody signed in. */
export async function isSessionAlive(sessionId: string): Promise<boolean> {
  const { rows } = await query<{ alive: boolean }>({
    name: 'session_alive',
    text: `select exists (select from portal.session s join portal."user" u on u.id = s.user_id
             where s.id = $1 and s.revoked_at is null and s.expires_at > now() and u.disabled_at is null) as alive`,
    values: [sessionId],
  });
  return rows[0]?.alive ?? false;
}

/** After the commit: open pages of sessions that have ended close at once, on every node. */
export function tellEnded(userId: string): void {
  publishLive({ sessionsOf: [userId] });
}

/** Ends one session of a user, or with `except` all but that one; the caller says so by `tellEnded` once it is committed. */
export async function revokeSessions(
  tx: Pick<Tx, 'query'>,
  userId: string,
  which: { only: string } | { except: string | null },
): Promise<number> {
  const only = 'only' in which ? which.only : null;
  const except = 'except' in which ? which.except : null;
  const { rowCount } = await tx.query({
    text: `update portal.session set revoked_at = now()
           where user_id = $1 and revoked_at is null and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)`,
    values: [userId, only, except],
  });
  return rowCount ?? 0;
}

/** Once in five minutes is enough to know who is idle, and spares a write per request. */
async function touch(sessionId: string): Promise<void> {
  await query({ name: 'session_touch', text: 'update portal.session set last_seen_at = now() where id = $1', values: [sessionId] });
}
