/** The rows as they stand before the reader, how many newer ones wait above or between them, and which are no longer in the list. */
export type Places<T> = { rows: readonly T[]; waiting: number; gone: ReadonlySet<string> };

/**
 * A list was read again: what is shown stays where it is, with its newest values; what follows the last of it comes after it. With `hasMore`,
 * what stood at the end and is not in `latest` may have been pushed onto the next page: nobody knows that it is gone.
 */
export function keepPlaces<T>(shown: readonly T[], latest: readonly T[], hasMore: boolean, idOf: (row: T) => string): Places<T> {
  const newest = new Map(latest.map((row) => [idOf(row), row]));
  const known = new Set(shown.map(idOf));
  const end = latest.findLastIndex((row) => known.has(idOf(row)));
  const sure = hasMore ? shown.slice(0, shown.findLastIndex((row) => newest.has(idOf(row))) + 1) : shown;
  const kept = shown.map((row) => newest.get(idOf(row)) ?? row);
  return {
    rows: [...kept, ...latest.slice(end + 1)],
    waiting: latest.slice(0, end + 1).filter((row) => !known.has(idOf(row))).length,
    gone: new Set(sure.map(idOf).filter((id) => !newest.has(id))),
  };
}
