'use client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const LEAST = 0.3;
const MOST = 1.6;
const STEP = 1.2;

type Point = { x: number; y: number };

/**
 * Zooming of a drawing: as large as fits until the reader chooses, by buttons, by + − 0, by Ctrl and wheel, or by two fingers over
 * `frame`. What lies under the pointer, or in the middle, stays where it is.
 */
export function useZoom(frame: HTMLElement | null, fitting: number) {
  const [chosen, setChosen] = useState<number | null>(null);
  const scale = clamp(chosen ?? fitting);
  const current = useRef({ scale, anchor: null as Point | null });

  useLayoutEffect(() => {
    const { scale: before, anchor } = current.current;
    current.current = { scale, anchor: null };
    if (!frame || !anchor || before === scale) return;
    const grown = scale / before;
    frame.scrollTo((frame.scrollLeft + anchor.x) * grown - anchor.x, (frame.scrollTop + anchor.y) * grown - anchor.y);
  }, [frame, scale]);

  const zoom = useCallback(
    (factor: number, at?: Point) => {
      if (frame) current.current.anchor = at ?? { x: frame.clientWidth / 2, y: frame.clientHeight / 2 };
      setChosen((old) => clamp((old ?? fitting) * factor));
    },
    [frame, fitting],
  );

  useEffect(() => {
    if (!frame) return;
    const within = (x: number, y: number): Point => {
      const { left, top } = frame.getBoundingClientRect();
      return { x: x - left, y: y - top };
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1, within(event.clientX, event.clientY));
    };
    let apart: number | null = null;
    const onTouchMove = (event: TouchEvent) => {
      const [a, b] = event.touches;
      if (!a || !b) return;
      event.preventDefault();
      const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart !== null) zoom(now / apart, within((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2));
      apart = now;
    };
    const onTouchEnd = () => {
      apart = null;
    };
    // Not through React: its listeners are passive and could not keep the page from zooming.
    frame.addEventListener('wheel', onWheel, { passive: false });
    frame.addEventListener('touchmove', onTouchMove, { passive: false });
    frame.addEventListener('touchend', onTouchEnd);
    return () => {
      frame.removeEventListener('wheel', onWheel);
      frame.removeEventListener('touchmove', onTouchMove);
      frame.removeEventListener('touchend', onTouchEnd);
    };
  }, [frame, zoom]);

  return { scale, zoomIn: () => zoom(STEP), zoomOut: () => zoom(1 / STEP), fit: () => setChosen(null) };
}

// helpers //////////////////////

function clamp(scale: number): number {
  return Math.min(MOST, Math.max(LEAST, scale));
}
