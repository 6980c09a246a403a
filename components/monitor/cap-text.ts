import type { Capped } from '@/server/monitor/overview';

/** Counted up to a cap: 1000+. */
export function capText({ count, more }: Capped): string {
  return `${count}${more ? '+' : ''}`;
}
