'use client';
import { useNow as useRequestNow } from 'next-intl';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let minute = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, fresh to the minute; one timer serves the whole page. The first paint uses the server's time, so nothing flickers. */
export function useNow(): Date {
  const requestNow = useRequestNow();
  const ticked = useSyncExternalStore(
    subscribe,
    () => minute,
    () => 0,
  );
  return ticked === 0 ? requestNow : new Date(ticked);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  minute = Date.now();
  for (const listener of listeners) listener();
}
