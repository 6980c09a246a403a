import { expandOutbox } from '@/server/engine/runtime/expand-outbox';
import { withTransaction } from '@/server/db/unit-of-work';
import { publishLive } from '@/server/live/publish';
import { addNotices } from './add-notices';
import { addStats } from './add-stats';
import type { NoticeMessage, OutboxMessage, StatMessage } from './outbox-message';

/**
 * Takes the oldest outbox rows, turns them into notices, mails and counters, and deletes them: all in one transaction,
 * so each row has its effect exactly once. Returns how many there were. Open pages are told after the commit.
 */
export async function dispatchOutbox(limit: number): Promise<number> {
  const done = await withTransaction(async (tx) => {
    const { rows } = await tx.query<OutboxMessage & { id: string }>({
      name: 'outbox_take',
      text: `delete from portal.outbox where id in (select id from portal.outbox order by id limit $1 for update skip locked)
             returning id, kind, payload`,
      values: [limit],
    });
    rows.sort((a, b) => Number(a.id) - Number(b.id));
    const notices: NoticeMessage[] = [];
    const stats: StatMessage[] = [];
    for (const row of await expandOutbox((statement) => tx.query(statement), rows)) {
      if (row.kind === 'notice') notices.push(row.payload);
      else stats.push(row.payload);
    }
    await addNotices(tx, notices);
    await addStats(tx, stats);
    return { count: rows.length, notices };
  });
  if (done.notices.length > 0) {
    publishLive({
      userIds: [...new Set(done.notices.flatMap((message) => message.notice.userIds))],
      rootInstanceIds: [...new Set(done.notices.map((message) => message.rootInstanceId))],
    });
  }
  return done.count;
}
