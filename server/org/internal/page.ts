/** A page of a list, and where the next one starts. */
export type Page<T> = { items: readonly T[]; nextCursor: string | null };

/** One row more than the page was read: it says whether there is a next page. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
