import { startReadyJobs } from './run-jobs';

/**
 * At most so many calls at a time on this node. A slow outside system holds its own slots and nothing else: whenever one is free the
 * next job is taken, whatever the others wait for.
 */
export class JobSlots {
  readonly #slots: number;
  readonly #onFree: () => void;
  readonly #running = new Set<Promise<void>>();

  constructor(slots: number, onFree: () => void) {
    this.#slots = slots;
    this.#onFree = onFree;
  }

  /** Fills the free slots; returns how many jobs were taken. */
  async fill(): Promise<number> {
    const free = this.#slots - this.#running.size;
    if (free === 0) return 0;
    const started = await startReadyJobs(free);
    for (const job of started) this.#hold(job);
    return started.length;
  }

  /** Until what runs has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  #hold(job: Promise<void>): void {
    const held = job.finally(() => {
      this.#running.delete(held);
      this.#onFree();
    });
    this.#running.add(held);
  }
}
