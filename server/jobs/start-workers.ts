import { onCommitted } from '@/server/engine/runtime/committed';
import { dispatchOutbox } from '@/server/notify/dispatch';
import { sendReadyMails } from '@/server/notify/send-mails';
import { setClock } from '@/server/clock';
import { collectUnboundDocuments } from '@/server/document/collect-unbound';
import { clearOut } from './clear-out';
import { catchUpSearchKeys } from '@/server/search/write-keys';
import { WorkLoop } from './loop';
import { JobSlots } from './job-slots';
import { runDueTimers } from './run-timers';

const HOUR_MS = 3_600_000;
const CLOCK_MS = 5_000;
/** Calls of outside systems at a time; eight of them must hang before the calls of others wait. */
const SLOTS = { all: 128, each: 16 };
type Workers = { stop(): Promise<void> };
const holder = globalThis as typeof globalThis & { vermilionWorkers?: Workers };

/**
 * Starts this node's background work; any number of nodes may, each row is leased or locked by one of them.
 * Idle loops look once a second, and at once after a commit of this node; another node's rows wait for the look.
 */
export function startWorkers(): Workers {
  if (holder.vermilionWorkers) return holder.vermilionWorkers;
  const outbox = new WorkLoop({ name: 'outbox', run: () => dispatchOutbox(100), idleMs: 1_000 });
  const slots = new JobSlots(SLOTS, () => jobs.wake());
  const jobs: WorkLoop = new WorkLoop({ name: 'jobs', run: () => slots.fill(), idleMs: 1_000 });
  const timers = new WorkLoop({ name: 'timers', run: () => runDueTimers(20), idleMs: 1_000 });
  const mails = new WorkLoop({ name: 'mails', run: () => sendReadyMails(20), idleMs: 2_000 });
  const documents = new WorkLoop({ name: 'documents', run: async () => (await collectUnboundDocuments(), 0), idleMs: HOUR_MS });
  const oldRows = new WorkLoop({ name: 'old rows', run: async () => (await clearOut(), 0), idleMs: HOUR_MS });
  const names = new WorkLoop({ name: 'names', run: catchUpSearchKeys, idleMs: 30_000 });
  const clock = new WorkLoop({ name: 'clock', run: async () => (await setClock(), 0), idleMs: CLOCK_MS });
  const loops = [clock, outbox, jobs, timers, mails, documents, oldRows, names];
  for (const loop of loops) loop.start();
  const forget = onCommitted(() => {
    outbox.wake();
    jobs.wake();
  });
  holder.vermilionWorkers = {
    stop: async () => {
      forget();
      await Promise.all(loops.map((loop) => loop.stop()));
      await slots.idle();
    },
  };
  return holder.vermilionWorkers;
}
