import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isAnswer } from '@/components/shell/command-ids';
import { saveDelay } from './save-delay';

/** `away`: nobody answers, it is tried again by itself. `failed`: the server said no. `paused`: the reader has to decide something first. */
export type SaveState = 'saved' | 'dirty' | 'saving' | 'failed' | 'away' | 'paused';

/**
 * Saves in the first pause after a change, one save at a time; a change during a save is saved after it, and what nobody answered is tried
 * again. `flush` saves what is outstanding now and settles when it is stored. Leaving the page with unsaved work asks first.
 */
export function useAutosave(revision: number, save: () => Promise<void>, paused: boolean): { state: SaveState; flush(): Promise<void> } {
  const [state, setState] = useState<Exclude<SaveState, 'paused'>>('saved');
  const [failures, setFailures] = useState(0);
  const saved = useRef(0);
  const latest = useRef(revision);
  const unsavedSince = useRef<number | null>(null);
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
      unsavedSince.current = latest.current === target ? null : Date.now();
      setFailures(0);
      setState(latest.current === target ? 'saved' : 'dirty');
    } catch (error) {
      const answered = isAnswer(error);
      setFailures((count) => (answered ? 0 : count + 1));
      setState(answered ? 'failed' : 'away');
      throw error;
    } finally {
      running.current = null;
    }
  }, []);

  useEffect(() => {
    if (revision === saved.current || paused) return;
    unsavedSince.current ??= Date.now();
    setState((current) => (current === 'away' ? current : 'dirty'));
    const now = () => void flush().catch(() => undefined);
    const timer = setTimeout(now, saveDelay({ unsavedFor: Date.now() - unsavedSince.current, failures }));
    window.addEventListener('online', now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', now);
    };
  }, [revision, failures, paused, flush]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saved.current !== latest.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return { state: paused && state !== 'saving' ? 'paused' : state, flush };
}
