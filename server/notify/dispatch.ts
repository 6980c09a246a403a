import { AppError } from '@/lib/errors';
import { query } from '@/server/db/client';
import { expandOutbox } from '@/server/engine/runtime/expand-outbox';
import { toRefusal } from '@/server/db/sql-error';
import { withTransaction } from '@/server/db/unit-of-work';
import { backoffSeconds } from '@/server/jobs/backoff';
import { publishLive } from '@/server/live/publish';
import { log } from '@/server/log';
import { addNotices } from './add-notices';
import { addStats } from './add-stats';
import type { NoticeMessage, OutboxMessage, StatMessage } from './outbox-message';

/**
 * Takes the oldest outbox rows, turns them into notices, mails and counters, and deletes them: all in one transaction,
 * so each row has its effect exactly once. Returns how many there were. Open pages are told after the commit.
 * A row that breaks is put off, later each time, and holds up none of the others.
 */
export async function dispatchOutbox(limit: number): Promise<number> {
  const { count, broken } = await dispatch(limit);
  if (!broken) return count;
  for (let tried = 1; tried <= broken.ids.length; tried++) {
    const one = await dispatch(1);
    if (one.broken) await putOff(one.broken);
    else if (one.count === 0) return tried;
  }
  return broken.ids.length;
}

// helpers //////////////////////

const BASE_SECONDS = 5;

type Broken = { ids: readonly string[]; error: unknown };

async function dispatch(limit: number): Promise<{ count: number; broken: Broken | null }> {
  const taken = { ids: [] as readonly string[] };
  try {
    const told = await withTransaction(async (tx) => {
      const { rows } = await tx.query<OutboxMessage & { id: string }>({
        name: 'outbox_take',
        text: `delete from portal.outbox
               where id in (select id from portal.outbox where put_off_until is null or put_off_until < now() order by id limit $1 for update skip locked)
               returning id, kind, payload`,
        values: [limit],
      });
      rows.sort((a, b) => Number(a.id) - Number(b.id));
      taken.ids = rows.map(({ id }) => id);
      const notices: NoticeMessage[] = [];
      const stats: StatMessage[] = [];
      for (const row of await expandOutbox((statement) => tx.query(statement), rows)) {
        if (row.kind === 'notice') notices.push(row.payload);
        else stats.push(row.payload);
      }
      await addNotices(tx, notices);
      await addStats(tx, stats);
      return notices;
    });
    tellPages(told);
    return { count: taken.ids.length, broken: null };
  } catch (error) {
    const refusal = toRefusal(error);
    if (taken.ids.length === 0 || (refusal instanceof AppError && (refusal.code === 'BUSY' || refusal.code === 'STORAGE_FULL')))
      throw error;
    return { count: 0, broken: { ids: taken.ids, error } };
  }
}

function tellPages(notices: readonly NoticeMessage[]): void {
  if (notices.length === 0) return;
  publishLive({
    userIds: [...new Set(notices.flatMap((message) => message.notice.userIds))],
    rootInstanceIds: [...new Set(notices.map((message) => message.rootInstanceId))],
  });
}

async function putOff({ ids, error }: Broken): Promise<void> {
  for (const id of ids) {
    const { rows } = await query<{ failures: number }>({
      name: 'outbox_failed',
      text: 'update portal.outbox set failures = coalesce(failures, 0) + 1 where id = $1 returning failures',
      values: [id],
    });
    const failures = rows[0]?.failures ?? 1;
    log.error({ err: error, outbox: id, failures }, 'outbox row broke; it is tried again later');
    await query({
      name: 'outbox_put_off',
      text: 'update portal.outbox set put_off_until = now() + make_interval(secs => $2) where id = $1',
      values: [id, backoffSeconds(failures, BASE_SECONDS, Math.random())],
    });
  }
}
