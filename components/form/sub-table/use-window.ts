'use client';

import { type RefObject, useEffect, useState } from 'react';
import { type RowWindow, windowRows } from './window-rows';

type Options = {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  enabled: boolean;
  heightOf(index: number): number;
  /** A row that is brought into view, because it has the keyboard. */
  keep: number | null;
};

const OVERSCAN = 10;
const HEAD = 33;

/** Draws only the rows in view; all of them when that is not wanted. */
export function useWindow({ scroller, count, enabled, heightOf, keep }: Options): RowWindow {
  const [view, setView] = useState({ scrollTop: 0, viewport: 640 });
  useEffect(() => {
    const element = scroller.current;
    if (!enabled || !element) return undefined;
    const read = () => setView({ scrollTop: element.scrollTop, viewport: element.clientHeight });
    read();
    element.addEventListener('scroll', read, { passive: true });
    return () => element.removeEventListener('scroll', read);
  }, [scroller, enabled]);

  const top = keep === null ? null : sumOf(heightOf, keep);
  const bottom = keep === null || top === null ? null : top + heightOf(keep);
  useEffect(() => {
    const element = scroller.current;
    if (!enabled || !element || top === null || bottom === null) return;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (bottom > element.scrollTop + element.clientHeight - HEAD) element.scrollTo({ top: bottom - element.clientHeight + HEAD });
  }, [scroller, enabled, top, bottom]);

  return enabled ? windowRows({ count, heightOf, ...view, overscan: OVERSCAN }) : { first: 0, end: count, above: 0, below: 0 };
}

function sumOf(heightOf: (index: number) => number, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += heightOf(index);
  return sum;
}
