import { wallClock } from '../fields/zoned';

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

/** The text before and after the counter on a day, and how many digits the counter has at least. The prefix is what the counter starts anew with. */
export function numberParts(pattern: string, now: string, timeZone: string): { prefix: string; suffix: string; digits: number } {
  const [year = '', month = '', day = ''] = wallClock(now, timeZone).date.split('-');
  const dated = pattern.replaceAll('{yyyy}', year).replaceAll('{yy}', year.slice(-2)).replaceAll('{mm}', month).replaceAll('{dd}', day);
  const match = /\{seq(?::(\d{1,2}))?\}/.exec(dated);
  if (!match) return { prefix: dated, suffix: '', digits: 1 };
  return { prefix: dated.slice(0, match.index), suffix: dated.slice(match.index + match[0].length), digits: Number(match[1] ?? 1) };
}

export function numberTextOf({ prefix, suffix, digits }: { prefix: string; suffix: string; digits: number }, count: number): string {
  return `${prefix}${String(count).padStart(digits, '0')}${suffix}`;
}
