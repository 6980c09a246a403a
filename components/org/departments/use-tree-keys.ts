'use client';
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { TreeItem, TreeLine } from '../tree';

type Keys<T> = {
  lines: readonly TreeLine<T>[];
  root: RefObject<HTMLElement | null>;
  isFolded: (id: string) => boolean;
  setOpen: (id: string, open: boolean) => void;
  onSelect: (id: string) => void;
};

/** The keys of a tree: up and down, right opens or goes in, left closes or goes out, Home and End, Enter selects. */
export function useTreeKeys<T extends TreeItem>({ lines, root, isFolded, setOpen, onSelect }: Keys<T>) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const at = lines.findIndex(({ item }) => item.id === (event.target as HTMLElement).dataset.treeId);
      const line = lines[at];
      if (!line) return;
      const { item, children } = line;
      const go = (index: number) => {
        const id = lines[index]?.item.id;
        if (id) root.current?.querySelector<HTMLElement>(`[data-tree-id="${CSS.escape(id)}"]`)?.focus();
      };
      const steps: Record<string, () => void> = {
        ArrowDown: () => go(at + 1),
        ArrowUp: () => go(at - 1),
        Home: () => go(0),
        End: () => go(lines.length - 1),
        ArrowRight: () => (children > 0 && isFolded(item.id) ? setOpen(item.id, true) : children > 0 && go(at + 1)),
        ArrowLeft: () =>
          children > 0 && !isFolded(item.id) ? setOpen(item.id, false) : go(lines.findIndex((other) => other.item.id === item.parentId)),
        Enter: () => onSelect(item.id),
        ' ': () => onSelect(item.id),
      };
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      step();
    },
    [lines, root, isFolded, setOpen, onSelect],
  );
}
