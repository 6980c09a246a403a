import type { Json } from '@/lib/json';

type Entry = { inputs: readonly Json[]; value: unknown };

/**
 * What the last pass computed from which inputs, so that the next one evaluates only what changed. Inputs are compared by identity:
 * a pass hands on the same lists and rows as long as nothing in them changed.
 */
export class Memo {
  #known = new Map<string, Entry>();
  #next = new Map<string, Entry>();
  #clock = '';

  /** Starts a pass; another time of day or zone makes everything new. */
  begin(clock: string): void {
    this.#known = clock === this.#clock ? this.#next : new Map();
    this.#next = new Map();
    this.#clock = clock;
  }

  /** The value that `make` made from these inputs, now or in the last pass. */
  use<T>(key: string, inputs: readonly Json[], make: () => T): T {
    const known = this.#known.get(key);
    const entry = known && sameInputs(known.inputs, inputs) ? known : { inputs, value: make() };
    this.#next.set(key, entry);
    return entry.value as T;
  }
}

function sameInputs(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
