'use client';
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { TreeItem, TreeLine } from '../tree';

type Keys<T> = {
  lines: readonly TreeLine<T>[];
  root: RefObject<HTMLElement | null>;
  isFolded: (id: string) => boolean;
  setOpen: (id: string, open: boolean) => void;
  onSelect: (id: string) => void;
  /** Alt and an arrow: true when the item will go somewhere. */
  onMove: (id: string, key: string) => Promise<boolean> | null;
};

/** The keys of a tree: up and down, right opens or goes in, left closes or goes out, Home and End, Enter selects; with Alt the arrows move the item itself. */
export function useTreeKeys<T extends TreeItem>({ lines, root, isFolded, setOpen, onSelect, onMove }: Keys<T>) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey) return;
      const at = lines.findIndex(({ item }) => item.id === (event.target as HTMLElement).dataset.treeId);
      const line = lines[at];
      if (!line) return;
      const { item, children } = line;
      if (event.altKey) {
        const moving = onMove(item.id, event.key);
        if (!moving) return;
        event.preventDefault();
        // A line that is put elsewhere in the page loses the focus.
        void moving.then(() => requestAnimationFrame(() => focus(root.current, item.id)));
        return;
      }
      const go = (index: number) => {
        const id = lines[index]?.item.id;
        if (id) focus(root.current, id);
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
    [lines, root, isFolded, setOpen, onSelect, onMove],
  );
}

// helpers //////////////////////

function focus(root: HTMLElement | null, id: string): void {
  root?.querySelector<HTMLElement>(`[data-tree-id="${CSS.escape(id)}"]`)?.focus();
}
