/** A record that names the one above it. */
export type TreeItem = { id: string; parentId: string | null };
export type TreeLine<T> = { item: T; level: number /** Direct children that are shown below it. */; children: number };

/**
 * The tree as lines from top to bottom, each below its parent, siblings in the order given. What lies below a folded item is left out;
 * an item whose parent is not among the items stands at the top.
 */
export function treeLines<T extends TreeItem>(items: readonly T[], isFolded: (id: string) => boolean = () => false): TreeLine<T>[] {
  const known = new Set(items.map(({ id }) => id));
  const childrenOf = new Map<string | null, T[]>();
  for (const item of items) {
    const parent = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), item]);
  }
  const lines: TreeLine<T>[] = [];
  const visit = (parent: string | null, level: number) => {
    for (const item of childrenOf.get(parent) ?? []) {
      lines.push({ item, level, children: childrenOf.get(item.id)?.length ?? 0 });
      if (!isFolded(item.id)) visit(item.id, level + 1);
    }
  };
  visit(null, 0);
  return lines;
}

/** An item and everything above it, from the top down. */
export function pathTo<T extends TreeItem>(items: readonly T[], id: string): T[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const path: T[] = [];
  for (let item = byId.get(id); item && !path.includes(item); item = item.parentId === null ? undefined : byId.get(item.parentId))
    path.unshift(item);
  return path;
}

/** Whether `id` is `ancestor` itself or lies below it. */
export function isWithin(items: readonly TreeItem[], id: string, ancestor: string): boolean {
  return pathTo(items, id).some((item) => item.id === ancestor);
}
