'use client';

import { useCallback, useState } from 'react';

const LIMIT = 200;
/** Changes with the same tag within this time are one step (typing a label). */
const MERGE_MS = 1_000;

type History<T> = { past: readonly T[]; present: T; future: readonly T[]; tag: string | null; at: number; revision: number };

/** One undo stack for the whole builder, 200 steps. `revision` grows with every change, also by undo and redo. */
export function useHistory<T>(initial: T) {
  const [history, setHistory] = useState<History<T>>({ past: [], present: initial, future: [], tag: null, at: 0, revision: 0 });

  const change = useCallback((next: (present: T) => T, tag: string | null = null) => {
    setHistory((old) => {
      const present = next(old.present);
      if (present === old.present) return old;
      const now = Date.now();
      const merge = tag !== null && tag === old.tag && now - old.at < MERGE_MS;
      return {
        past: merge ? old.past : [...old.past, old.present].slice(-LIMIT),
        present,
        future: [],
        tag,
        at: now,
        revision: old.revision + 1,
      };
    });
  }, []);
  const undo = useCallback(() => setHistory(back), []);
  const redo = useCallback(() => setHistory(forward), []);
  return {
    present: history.present,
    revision: history.revision,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    undo,
    redo,
  };
}

// helpers //////////////////////

function back<T>(old: History<T>): History<T> {
  const previous = old.past.at(-1);
  if (previous === undefined) return old;
  return {
    ...old,
    past: old.past.slice(0, -1),
    present: previous,
    future: [old.present, ...old.future],
    tag: null,
    revision: old.revision + 1,
  };
}

function forward<T>(old: History<T>): History<T> {
  const next = old.future[0];
  if (next === undefined) return old;
  return { ...old, past: [...old.past, old.present], present: next, future: old.future.slice(1), tag: null, revision: old.revision + 1 };
}
