import { AppError } from '@/lib/errors';
import { query } from '../db/client';

const WINDOW_MINUTES = 15;

/** One counter of tries: a subject such as `ip:10.0.0.1` and how many a window allows. */
export type Limit = { subject: string; max: number };

/**
 * Counts a try before it is judged, in Postgres, so that many at once on many nodes are never judged more often than the limit.
 * Over it, the refusal says how long to wait. A try that was right is given back by `forgiveAttempts`.
 */
export async function takeAttempt(limits: readonly Limit[]): Promise<void> {
  for (const { subject, max } of limits) {
    const { rows } = await query<{ failures: number; minutes_left: number }>({
      name: 'sign_in_attempt_take',
      text: `insert into portal.sign_in_attempt as a (subject, failures, window_started_at) values ($1, 1, now())
             on conflict (subject) do update set
               failures = case when a.window_started_at < now() - make_interval(mins => $2) then 1 else a.failures + 1 end,
               window_started_at = case when a.window_started_at < now() - make_interval(mins => $2) then now() else a.window_started_at end,
               blocked_until = case when a.window_started_at >= now() - make_interval(mins => $2) and a.failures >= $3 then a.window_started_at + make_interval(mins => $2) end
             returning failures, ceil(extract(epoch from window_started_at + make_interval(mins => $2) - now()) / 60)::int as minutes_left`,
      values: [subject, WINDOW_MINUTES, max],
    });
    const row = rows[0];
    if (!row || row.failures > max)
      throw new AppError('RATE_LIMITED', { params: { minutes: Math.max(1, row?.minutes_left ?? WINDOW_MINUTES) } });
  }
}

/** Forgets the tries of the first limit and takes back one of each other; old windows go with them. */
export async function forgiveAttempts(limits: readonly Limit[]): Promise<void> {
  const [own, ...others] = limits.map((limit) => limit.subject);
  await query({
    name: 'sign_in_attempt_forgive',
    text: `with gone as (delete from portal.sign_in_attempt where subject = $1 or (window_started_at < now() - interval '1 day' and subject <> all($2::text[])))
           update portal.sign_in_attempt set failures = greatest(failures - 1, 0), blocked_until = null where subject = any($2::text[])`,
    values: [own, others],
  });
}
