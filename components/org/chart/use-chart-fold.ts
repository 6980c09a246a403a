'use client';
import { useMemo, useState } from 'react';
import { type TreeItem, treeLines } from '../tree';

/** More boxes than this at once are no drawing any more. */
const MANY = 60;

/** Which departments are folded up: a large company opens with its first level, a small one whole. */
export function useChartFold(items: readonly TreeItem[]) {
  const folded = useMemo(
    () =>
      new Set(
        items.length > MANY
          ? treeLines(items)
              .filter(({ level, children }) => level > 0 && children > 0)
              .map(({ item }) => item.id)
          : [],
      ),
    [items],
  );
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isFolded = useMemo(() => (id: string) => folded.has(id) !== turned.has(id), [folded, turned]);
  const toggle = (id: string) =>
    setTurned((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return { isFolded, toggle };
}
