'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export type SaveState = 'saved' | 'dirty' | 'saving' | 'failed';

const IDLE_MS = 1_500;

/**
 * Saves some time after the last change, one save at a time; a change during a save is saved after it.
 * `flush` saves what is outstanding now and settles when it is stored. Leaving the page with unsaved work asks first.
 */
export function useAutosave(revision: number, save: () => Promise<void>): { state: SaveState; flush(): Promise<void> } {
  const [state, setState] = useState<SaveState>('saved');
  const saved = useRef(0);
  const latest = useRef(revision);
  const running = useRef<Promise<void> | null>(null);
  const saver = useRef(save);
  useLayoutEffect(() => {
    latest.current = revision;
    saver.current = save;
  });

  const flush = useCallback(async (): Promise<void> => {
    if (running.current) await running.current.catch(() => undefined);
    if (saved.current === latest.current) return;
    const target = latest.current;
    setState('saving');
    running.current = saver.current();
    try {
      await running.current;
      saved.current = target;
      setState(latest.current === target ? 'saved' : 'dirty');
    } catch (error) {
      setState('failed');
      throw error;
    } finally {
      running.current = null;
    }
  }, []);

  useEffect(() => {
    if (revision === saved.current) return;
    setState('dirty');
    const timer = setTimeout(() => void flush().catch(() => undefined), IDLE_MS);
    return () => clearTimeout(timer);
  }, [revision, flush]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saved.current !== latest.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return { state, flush };
}
