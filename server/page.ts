import { z } from 'zod';

/** A page of a list, and where the next one starts. */
export type Page<T> = { items: readonly T[]; nextCursor: string | null };

/** Input of a list that goes by ids, newest first: the cursor is the last id of the page before. */
export const idPage = (limit: number) => ({ cursor: z.uuid().optional(), limit: z.int().min(1).max(100).default(limit) });

/** One row more than the page was read: it says whether there is a next page. */
export function pageOf<R, T>(rows: readonly R[], limit: number, view: (row: R) => T, cursorOf: (last: R) => string): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
