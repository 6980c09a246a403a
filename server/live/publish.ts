import { query } from '@/server/db/client';
import { log } from '@/server/log';
import { encodeSignal, LIVE_CHANNEL, type LiveSignal } from './signal';

/** NOTIFY takes a global lock at commit (0.3–0.5 × the steps when it is inside them), so it goes out after commit, by itself, at most 20 times a second. */
const COALESCE_MS = 50;

type Pending = { [K in keyof LiveSignal]: Set<string> } & { timer: NodeJS.Timeout | null };
const holder = globalThis as typeof globalThis & { vermilionLivePending?: Pending };
const pending = (holder.vermilionLivePending ??= {
  userIds: new Set(),
  rootInstanceIds: new Set(),
  sessionsOf: new Set(),
  timer: null,
});

/** Tells every node's open pages that something of these people or instances changed. Loss is covered by polling. */
export function publishLive(signal: Partial<LiveSignal>): void {
  for (const userId of signal.userIds ?? []) pending.userIds.add(userId);
  for (const rootInstanceId of signal.rootInstanceIds ?? []) pending.rootInstanceIds.add(rootInstanceId);
  for (const userId of signal.sessionsOf ?? []) pending.sessionsOf.add(userId);
  pending.timer ??= setTimeout(() => void flush(), COALESCE_MS);
}

async function flush(): Promise<void> {
  const signal = { userIds: [...pending.userIds], rootInstanceIds: [...pending.rootInstanceIds], sessionsOf: [...pending.sessionsOf] };
  pending.userIds.clear();
  pending.sessionsOf.clear();
  pending.rootInstanceIds.clear();
  pending.timer = null;
  try {
    for (const message of encodeSignal(signal)) {
      await query({ name: 'live_notify', text: 'select pg_notify($1, $2)', values: [LIVE_CHANNEL, message] });
    }
  } catch (error) {
    log.warn({ err: error }, 'live signal not sent; open pages poll');
  }
}
