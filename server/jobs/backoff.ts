/** Exponential with full jitter between half and the whole, capped at a day: attempt 1 waits `base`, 2 twice that, … Seconds. */
export function backoffSeconds(attempt: number, base: number, random: number): number {
  const whole = Math.min(base * 2 ** (attempt - 1), 86_400);
  return Math.max(1, Math.round(whole * (0.5 + random / 2)));
}
