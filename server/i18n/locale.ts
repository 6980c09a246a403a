import { LOCALE_COOKIE } from '@/lib/preferences';
import type { Locale } from '@/lib/json';
import { readCookie } from '../auth/cookie';

/** The language of a request: the one chosen in this browser, else the person's own, else the browser's first that we speak. */
export function localeOf(headers: Headers, ofUser: Locale | null): Locale {
  const chosen = readCookie(headers, LOCALE_COOKIE);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return ofUser ?? spoken(headers.get('accept-language') ?? '');
}

function spoken(accepted: string): Locale {
  const wanted = accepted
    .split(',')
    .map((part) => ({ tag: part.trim().slice(0, 2).toLowerCase(), weight: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ tag, weight }) => (tag === 'zh' || tag === 'en') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.tag === 'en' ? 'en' : 'zh';
}
