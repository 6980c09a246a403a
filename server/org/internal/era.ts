import { Lru } from '@/lib/lru';
import { query } from '@/server/db/client';
import { companyDay } from '@/server/engine/runtime/company-time';
import type { Resolved } from '../facts';

/** A time in which nothing that assignment rules read has changed: neither a row, nor by itself because a proxy's or a work group's time came or went. */
export type Era = {
  revision: string;
  /** Work groups count whole days. */
  day: string;
  from: string | null;
  /** The first instant that is not in it. */
  until: string | null;
  answers: Lru<Resolved>;
};

const ANSWERS = 2_000;
let latest: Era | null = null;

export function eraAt(revision: string, now: string): Era | null {
  return latest && isIn(latest, revision, now) ? latest : null;
}

/** The era of this moment; a new one costs a query for its bounds. */
export async function openEra(revision: string, now: string): Promise<Era> {
  const open = eraAt(revision, now);
  if (open) return open;
  const { rows } = await query<{ from: string | null; until: string | null }>({ ...BOUNDS, values: [now] });
  const bounds = rows[0] ?? { from: null, until: null };
  // Somebody else may have opened it meanwhile: its answers are kept.
  return eraAt(revision, now) ?? (latest = { revision, day: companyDay(now), ...bounds, answers: new Lru(ANSWERS) });
}

// helpers //////////////////////

const BOUNDS = {
  name: 'org_era',
  text: `select max(b.at) filter (where b.at <= $1::timestamptz) as "from", min(b.at) filter (where b.at > $1::timestamptz) as until
    from portal.delegation d cross join lateral (values (d.starts_at), (d.ends_at)) as b(at) where d.revoked_at is null`,
};

function isIn(era: Era, revision: string, now: string): boolean {
  return (
    era.revision === revision &&
    (era.from === null || era.from <= now) &&
    (era.until === null || now < era.until) &&
    era.day === companyDay(now)
  );
}
