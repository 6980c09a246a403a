import { type StartedJob, startReadyJobs } from './run-jobs';

/** Calls at a time on this node: in all, and of each outside system. */
export type Slots = { all: number; each: number };

/**
 * At most so many calls at a time on this node. A slow outside system holds its own slots and nothing else: whenever one is free the
 * next job is taken, and however many jobs wait for the slow one, the others' are taken meanwhile.
 */
export class JobSlots {
  readonly #slots: Slots;
  readonly #onFree: () => void;
  readonly #running = new Set<StartedJob>();

  constructor(slots: Slots, onFree: () => void) {
    this.#slots = slots;
    this.#onFree = onFree;
  }

  /** Fills the free slots; returns how many jobs were taken. */
  async fill(): Promise<number> {
    const limit = this.#slots.all - this.#running.size;
    if (limit === 0) return 0;
    const started = await startReadyJobs({ limit, each: this.#slots.each, held: this.#held() });
    for (const job of started) this.#hold(job);
    return started.length;
  }

  /** Until what runs has ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.#running].map((job) => job.ended));
  }

  #held(): Record<string, number> {
    const held: Record<string, number> = {};
    for (const { connectorId } of this.#running) held[connectorId] = (held[connectorId] ?? 0) + 1;
    return held;
  }

  #hold({ connectorId, ended }: StartedJob): void {
    const held: StartedJob = {
      connectorId,
      ended: ended.finally(() => {
        this.#running.delete(held);
        this.#onFree();
      }),
    };
    this.#running.add(held);
  }
}
