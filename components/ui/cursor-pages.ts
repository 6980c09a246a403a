/** Options of an infinite query over a list that answers `{items, nextCursor}`. */
export const cursorPages = {
  getNextPageParam: <C>(page: { nextCursor: C | null }): C | undefined => page.nextCursor ?? undefined,
};

/** The items of all pages read so far. */
export function itemsOf<T>(query: { data: { pages: readonly { items: readonly T[] }[] } | undefined }): T[] {
  return query.data?.pages.flatMap((page) => page.items) ?? [];
}
