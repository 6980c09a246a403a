const SLOT = /\{(yyyy|yy|mm|dd|seq(?::(\d{1,2}))?)\}/g;

/** Why a pattern of automatic numbers cannot be used: it has no counter, two of them, or slots that nobody knows. */
export function numberPatternProblem(pattern: string): 'counter' | 'slot' | 'text' | null {
  const counters = [...pattern.matchAll(SLOT)].filter((match) => match[1]?.startsWith('seq'));
  if (counters.length !== 1 || counters.some((match) => match[2] !== undefined && (Number(match[2]) < 1 || Number(match[2]) > 12)))
    return 'counter';
  const rest = pattern.replace(SLOT, '');
  if (/[{}]/.test(rest)) return 'slot';
  return /^[\p{L}\p{N} ()\-_./#№]*$/u.test(rest) ? null : 'text';
}
