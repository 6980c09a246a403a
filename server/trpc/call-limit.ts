import { AppError } from '@/lib/errors';

/** Fifty calls a second for a whole minute: no page of ours comes near, a script that has gone wild does. */
const MOST = 3_000;
const WINDOW_MS = 60_000;

const holder = globalThis as typeof globalThis & { vermilionCalls?: { until: number; counts: Map<string, number> } };

/** Counts the calls of one person, or of one address that nobody is signed in at, and refuses those beyond the limit of this minute and node. */
export function takeCalls(caller: string, calls: number, now = Date.now()): void {
  // All windows begin together: the counts of those who are gone take no room.
  if (!holder.vermilionCalls || now >= holder.vermilionCalls.until) holder.vermilionCalls = { until: now + WINDOW_MS, counts: new Map() };
  const { until, counts } = holder.vermilionCalls;
  const taken = (counts.get(caller) ?? 0) + calls;
  counts.set(caller, taken);
  if (taken > MOST) throw new AppError('RATE_LIMITED', { params: { kind: 'calls', seconds: Math.ceil((until - now) / 1000) } });
}
