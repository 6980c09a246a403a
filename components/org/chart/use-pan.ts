'use client';
import { useEffect } from 'react';

/** The drawing follows the mouse that takes hold of its ground; fingers scroll by themselves. */
export function usePan(frame: HTMLElement | null): void {
  useEffect(() => {
    if (!frame) return;
    const onDown = (event: PointerEvent) => {
      const onGround = !(event.target instanceof Element && event.target.closest('button, a'));
      if (event.pointerType !== 'mouse' || event.button !== 0 || !onGround) return;
      const start = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
      const onMove = (move: PointerEvent) => frame.scrollTo(start.x - move.clientX, start.y - move.clientY);
      const onUp = () => {
        frame.removeEventListener('pointermove', onMove);
        frame.removeEventListener('pointerup', onUp);
        frame.removeAttribute('data-panning');
      };
      frame.setPointerCapture(event.pointerId);
      frame.setAttribute('data-panning', '');
      frame.addEventListener('pointermove', onMove);
      frame.addEventListener('pointerup', onUp);
    };
    frame.addEventListener('pointerdown', onDown);
    return () => frame.removeEventListener('pointerdown', onDown);
  }, [frame]);
}
