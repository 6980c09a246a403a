import type { Ctx } from '../context';
import { query } from '../db/client';
import { can, requireUser } from '../auth/require';
import { countStuck } from '../monitor/count-stuck';
import type { NoticeView } from '../notify/list-notices';
import { counts } from '../task/counts';

/** Counted up to a cap; the rail shows more than 99 as 99+. */
export type Nav = {
  counts: { inbox?: number; mine?: number; reading?: number; monitor?: number };
  unreadNotices: number;
  /** The latest that was not read: an open page says it when it is new. */
  newestNotice: NoticeView | null;
};

/** What waits for the person who asks, for the rail, the phone's tabs and the bell. */
export async function nav(ctx: Ctx): Promise<Nav> {
  const { userId } = requireUser(ctx);
  const [own, stuck, rest] = await Promise.all([
    counts(ctx, {}),
    can(ctx, 'instance.operate') ? countStuck() : 0,
    query<{ unread: number; newest: NoticeView | null }>({
      name: 'shell_nav',
      text: `select (select count(*)::int from (select 1 from portal.notice where user_id = $1 and read_at is null limit 100) capped) as unread,
                    (select jsonb_build_object('id', id, 'kind', kind, 'rootInstanceId', root_instance_id, 'workItemId', work_item_id,
                       'params', params, 'createdAt', created_at, 'readAt', read_at)
                     from portal.notice where user_id = $1 and read_at is null order by id desc limit 1) as newest`,
      values: [userId],
    }),
  ]);
  const row = rest.rows[0];
  return {
    counts: {
      inbox: own.todo.count + own.claimable.count,
      mine: own.mine.count,
      reading: own.toRead.count,
      ...(stuck > 0 ? { monitor: stuck } : {}),
    },
    unreadNotices: row?.unread ?? 0,
    newestNotice: row?.newest ?? null,
  };
}
