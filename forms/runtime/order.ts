/**
 * Sorts so that whatever an item reads comes before it; otherwise the given order stays. Items in a circle are reported, and come in the
 * order in which they were found.
 */
export function inDependencyOrder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  readsOf: (item: T) => readonly string[],
): { items: T[]; cycles: T[][] } {
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  const sorted = new Set<T>();
  const path: T[] = [];
  const cycles: T[][] = [];
  const visit = (item: T): void => {
    if (sorted.has(item)) return;
    const start = path.indexOf(item);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    path.push(item);
    for (const name of new Set(readsOf(item))) {
      const source = byName.get(name);
      if (source !== undefined) visit(source);
    }
    path.pop();
    sorted.add(item);
  };
  for (const item of items) visit(item);
  return { items: [...sorted], cycles };
}
