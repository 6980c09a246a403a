import type { CappedCount } from './task-views';

/** Nobody reads a number beyond it, and counting further costs as many rows. */
export const COUNT_CAP = 1000;

/** Of a count that stopped at COUNT_CAP + 1. */
export function capped(count: number): CappedCount {
  return { count: Math.min(count, COUNT_CAP), more: count > COUNT_CAP };
}
