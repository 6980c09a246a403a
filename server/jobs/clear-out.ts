import { query } from '@/server/db/client';

/** A statement deletes so many rows: short locks, and a stop of the node waits for one of them. */
const BATCH = 500;
const DAY_MS = 86_400_000;

type Kept = {
  name: string;
  /** Days; 0 for ever. */
  days(): number;
  /** $1 = the moment before which rows are old, $2 = the first id of that moment, $3 = how many at most. */
  sql: string;
};

/**
 * What is of no use any more after a while: mails that were sent or given up, notices, the answers that repeated commands would get,
 * sessions that are over. Ids are in the order of time, so the oldest are found at the beginning of the key.
 */
const KEPT: readonly Kept[] = [
  {
    name: 'mail',
    days: () => daysFrom('VERMILION_KEEP_MAIL_DAYS', 90),
    sql: `delete from portal.mail where id in (select id from portal.mail where id < $2::uuid and created_at < $1::timestamptz and status <> 'ready' order by id limit $3 for update skip locked)`,
  },
  {
    name: 'notice',
    days: () => daysFrom('VERMILION_KEEP_NOTICES_DAYS', 365),
    sql: `delete from portal.notice where id in (select id from portal.notice where id < $2::uuid and created_at < $1::timestamptz order by id limit $3 for update skip locked)`,
  },
  {
    name: 'command_log',
    days: () => 30,
    sql: `delete from portal.command_log where $2::uuid is not null and command_id in (select command_id from portal.command_log where at < $1::timestamptz order by at limit $3 for update skip locked)`,
  },
  {
    name: 'session',
    days: () => 30,
    sql: `delete from portal.session where id in (select id from portal.session where id < $2::uuid and least(expires_at, coalesce(revoked_at, expires_at)) < $1::timestamptz order by id limit $3 for update skip locked)`,
  },
];

/** Deletes what is older than it is kept, in batches; any number of nodes may at once. Returns how many rows went. */
export async function clearOut(now = new Date()): Promise<number> {
  let total = 0;
  for (const kept of KEPT) {
    const days = kept.days();
    if (days > 0) total += await deleteBefore(kept, new Date(now.getTime() - days * DAY_MS));
  }
  return total;
}

// helpers //////////////////////

async function deleteBefore({ name, sql }: Kept, before: Date): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await query({ name: `clear_out_${name}`, text: sql, values: [before.toISOString(), firstIdOf(before), BATCH] });
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return total;
  }
}

/** A UUIDv7 begins with its millisecond. */
function firstIdOf(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

function daysFrom(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 0 || days > 36_500) throw new Error(`${name} is a number of days, not ${text}`);
  return days;
}
