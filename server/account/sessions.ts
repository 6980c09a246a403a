import { requireUser } from '../auth/require';
import type { Ctx } from '../context';
import { query } from '../db/client';

export type SessionRow = {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  ip: string | null;
  userAgent: string | null;
  isCurrent: boolean;
};

type Row = { id: string; created_at: string; last_seen_at: string; ip: string | null; user_agent: string | null };

/** Where the person who asks is signed in, latest use first; this session leads. */
export async function sessions(ctx: Ctx): Promise<SessionRow[]> {
  const { userId, sessionId } = requireUser(ctx);
  const { rows } = await query<Row>({
    name: 'account_sessions',
    text: `select id, created_at, last_seen_at, ip, user_agent from portal.session
           where user_id = $1 and revoked_at is null and expires_at > now() and last_seen_at > now() - interval '24 hours'
           order by (id = $2) desc, last_seen_at desc limit 50`,
    values: [userId, sessionId],
  });
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    ip: row.ip,
    userAgent: row.user_agent,
    isCurrent: row.id === sessionId,
  }));
}
