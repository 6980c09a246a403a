import type { Ctx } from '../context';
import { query } from '../db/client';
import { requireUser } from '../auth/require';

/** Counted up to a hundred, which the rail shows as 99+. */
export type Nav = { counts: { inbox?: number; mine?: number; reading?: number; monitor?: number }; unreadNotices: number };

/** What waits for the person who asks, for the rail, the phone's tabs and the bell. */
export async function nav(ctx: Ctx): Promise<Nav> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<{ unread: number }>({
    name: 'shell_nav_notices',
    text: `select count(*)::int as unread from (select 1 from portal.notice where user_id = $1 and read_at is null limit 100) capped`,
    values: [userId],
  });
  return { counts: {}, unreadNotices: rows[0]?.unread ?? 0 };
}
