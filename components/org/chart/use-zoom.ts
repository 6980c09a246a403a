'use client';
import { useCallback, useEffect, useState } from 'react';

const LEAST = 0.3;
const MOST = 1.6;
const STEP = 1.2;

/** Zooming of a drawing: as large as fits until the reader chooses, by buttons, by + − 0, or by Ctrl and wheel over `frame`. */
export function useZoom(frame: HTMLElement | null, fitting: number) {
  const [chosen, setChosen] = useState<number | null>(null);
  const scale = clamp(chosen ?? fitting);
  const zoom = useCallback((factor: number) => setChosen((old) => clamp((old ?? fitting) * factor)), [fitting]);

  useEffect(() => {
    if (!frame) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    };
    // Not through React: its wheel listeners are passive and could not keep the page from zooming.
    frame.addEventListener('wheel', onWheel, { passive: false });
    return () => frame.removeEventListener('wheel', onWheel);
  }, [frame, zoom]);

  return { scale, zoomIn: () => zoom(STEP), zoomOut: () => zoom(1 / STEP), fit: () => setChosen(null) };
}

// helpers //////////////////////

function clamp(scale: number): number {
  return Math.min(MOST, Math.max(LEAST, scale));
}
