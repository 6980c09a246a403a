import type { Row } from '../fields/sub-table/config';
import type { Json } from '@/lib/json';

/** The rows of one sub-table while they are edited. Rows keep their identity until they themselves change, so that only they are drawn anew. */
export class RowStore {
  #rows: readonly Row[];
  readonly #listeners = new Set<() => void>();

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over rows whose formulas were computed; tells nobody, because nobody wrote. */
  adopt(rows: readonly Row[]): void {
    this.#rows = rows;
  }

  replace(rows: readonly Row[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    for (const listener of this.#listeners) listener();
  }

  setCell(rowId: string, key: string, value: Json): void {
    this.setCells(new Map([[rowId, { [key]: value }]]));
  }

  /** Several cells at once are one change. */
  setCells(cells: ReadonlyMap<string, Readonly<Record<string, Json>>>): void {
    if (cells.size === 0) return;
    this.replace(
      this.#rows.map((row) => {
        const patch = cells.get(row._id);
        return patch ? { ...row, ...patch, _id: row._id } : row;
      }),
    );
  }

  insert(rows: readonly Row[], at: number = this.#rows.length): void {
    if (rows.length > 0) this.replace([...this.#rows.slice(0, at), ...rows, ...this.#rows.slice(at)]);
  }

  remove(rowId: string): void {
    this.replace(this.#rows.filter((row) => row._id !== rowId));
  }

  /** Puts a row before the one that now stands at `to`; past the end is the end. */
  move(rowId: string, to: number): void {
    const from = this.indexOf(rowId);
    const row = this.#rows[from];
    const target = Math.max(0, Math.min(this.#rows.length - 1, to));
    if (!row || from === target) return;
    const rest = this.#rows.filter((other) => other !== row);
    this.replace([...rest.slice(0, target), row, ...rest.slice(target)]);
  }

  indexOf(rowId: string): number {
    return this.#rows.findIndex((row) => row._id === rowId);
  }
}
