import { log } from '@/server/log';

type Task = { name: string; run(): Promise<number>; idleMs: number };

/**
 * Runs one kind of background work for ever: again at once while there was something, else after `idleMs` or when woken.
 * An error waits, is logged and never ends the loop.
 */
export class WorkLoop {
  readonly #task: Task;
  #wake: (() => void) | null = null;
  #wanted = false;
  #stopping = false;
  #running: Promise<void> | null = null;

  constructor(task: Task) {
    this.#task = task;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There may be work: look now. */
  wake(): void {
    this.#wanted = true;
    this.#wake?.();
  }

  /** Lets the work in hand finish. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#wanted = false;
      const done = await this.#once();
      if (done === 0 && !this.#wanted && !this.#stopping) await this.#sleep();
    }
  }

  async #once(): Promise<number> {
    try {
      return await this.#task.run();
    } catch (error) {
      if (!this.#stopping) log.error({ err: error, loop: this.#task.name }, 'background work failed; it goes on');
      return 0;
    }
  }

  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(finish, this.#task.idleMs);
      this.#wake = finish;
      function finish() {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}
