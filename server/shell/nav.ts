import type { Ctx } from '../context';
import { query } from '../db/client';
import { can, requireUser } from '../auth/require';
import { counts } from '../task/counts';

/** Counted up to a cap; the rail shows more than 99 as 99+. */
export type Nav = { counts: { inbox?: number; mine?: number; reading?: number; monitor?: number }; unreadNotices: number };

/** What waits for the person who asks, for the rail, the phone's tabs and the bell. */
export async function nav(ctx: Ctx): Promise<Nav> {
  const { userId } = requireUser(ctx);
  const [own, rest] = await Promise.all([
    counts(ctx, {}),
    query<{ unread: number; incidents: number }>({
      name: 'shell_nav',
      text: `select (select count(*)::int from (select 1 from portal.notice where user_id = $1 and read_at is null limit 100) capped) as unread,
                    case when $2 then (select count(*)::int from (select 1 from portal.incident where resolved_at is null limit 100) capped) else 0 end as incidents`,
      values: [userId, can(ctx, 'instance.operate')],
    }),
  ]);
  const row = rest.rows[0];
  return {
    counts: {
      inbox: own.todo.count + own.claimable.count,
      mine: own.mine.count,
      reading: own.toRead.count,
      ...(row && row.incidents > 0 ? { monitor: row.incidents } : {}),
    },
    unreadNotices: row?.unread ?? 0,
  };
}
