type Entry<V> = { value: V; weight: number };

/**
 * A map that forgets what was not used for long: its values never weigh more than `limit` together (by default each weighs 1), and what was
 * used stays until others of half the limit have been. Two generations, of which a full one replaces the older: the order of one map is kept up
 * by deleting, and looking for its oldest entry then steps over everything deleted before (20 µs at 50,000 entries instead of 1.5).
 */
export class Lru<V> {
  readonly #half: number;
  readonly #weigh: (value: V) => number;
  #recent = new Map<string, Entry<V>>();
  #older = new Map<string, Entry<V>>();
  /** Of the recent ones. */
  #weight = 0;

  constructor(limit: number, weigh: (value: V) => number = () => 1) {
    this.#half = limit / 2;
    this.#weigh = weigh;
  }

  get(key: string): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent.value;
    const older = this.#older.get(key);
    if (older === undefined) return undefined;
    this.#older.delete(key);
    this.#put(key, older);
    return older.value;
  }

  /** What weighs more than half the limit is not kept. */
  set(key: string, value: V): void {
    this.delete(key);
    this.#put(key, { value, weight: this.#weigh(value) });
  }

  delete(key: string): void {
    const recent = this.#recent.get(key);
    if (recent === undefined) {
      this.#older.delete(key);
      return;
    }
    this.#recent.delete(key);
    this.#weight -= recent.weight;
  }

  #put(key: string, entry: Entry<V>): void {
    if (entry.weight > this.#half) return;
    if (this.#weight + entry.weight > this.#half) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#weight = 0;
    }
    this.#recent.set(key, entry);
    this.#weight += entry.weight;
  }
}
