/** A pause in the work is the moment to save. */
const IDLE_MS = 1_500;
/** Whoever does not pause is saved nevertheless. */
const AT_MOST_MS = 10_000;
/** After the first, second, … attempt that nobody answered; the last one holds from then on. */
const AGAIN_MS = [2_000, 5_000, 10_000, 30_000] as const;

/** How long the next save waits after a change, or after an attempt that nobody answered. */
export function saveDelay({ unsavedFor, failures }: { unsavedFor: number; failures: number }): number {
  if (failures > 0) return AGAIN_MS[Math.min(failures, AGAIN_MS.length) - 1] ?? IDLE_MS;
  return Math.max(0, Math.min(IDLE_MS, AT_MOST_MS - unsavedFor));
}
