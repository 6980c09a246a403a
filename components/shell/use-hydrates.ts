'use client';
import { useEffect, useRef } from 'react';

declare global {
  interface Window {
    /** Told by each part of the page when React answers its events (early-clicks.ts). */
    vermilionReady?: (part: Element) => void;
  }
}

/** Spread on the root of a part of the page: presses on its buttons that came too early are made up for. */
export function useHydrates() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ref.current) window.vermilionReady?.(ref.current);
  }, []);
  return { ref, 'data-hydrates': '' };
}
