import { query } from './db/client';

const holder = globalThis as typeof globalThis & { vermilionClock?: { aheadMs: number } };
// Routes and instrumentation are separate module graphs: one clock for both.
const clock = (holder.vermilionClock ??= { aheadMs: 0 });

/**
 * The time by the database's clock, which is that of every node: when something is due is reckoned and looked up by it, so that nodes whose
 * own clocks differ neither fire a timer early nor leave one lying.
 */
export function portalTime(): Date {
  return new Date(Date.now() + clock.aheadMs);
}

/**
 * Compares the two clocks. The database looked at its own some time between question and answer; the later one counts, so that what the
 * database calls due is due here as well. Within that span the clocks agree.
 */
export async function setClock(): Promise<void> {
  const asked = Date.now();
  const { rows } = await query<{ ms: number }>({
    name: 'clock',
    text: 'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  });
  const answered = Date.now();
  const ms = Math.ceil(rows[0]?.ms ?? answered);
  clock.aheadMs = ms >= asked && ms <= answered + 1 ? 0 : ms - asked;
}
