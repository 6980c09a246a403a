import type { Locale } from '../json';

/** Between a currency sign and its digits, so that they never part at a line end. */
export const NBSP = '\u00a0';

/** Groups the digits of a decimal string by thousands without going through a float; `1234567.5` with two places is `1,234,567.50`. */
export function formatDecimal(value: string | number, places?: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!match) return String(value);
  const [, sign = '', whole = '', fraction = ''] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = places === undefined ? fraction : fraction.padEnd(places, '0');
  return `${sign === '-' ? '−' : ''}${grouped}${shown ? `.${shown}` : ''}`;
}

const SIGNS: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥', HKD: 'HK$' };

/** `¥ 15,200.00`: two places and a no-break space after the sign. */
export function formatMoney(amount: string | number, currency = 'CNY'): string {
  return `${SIGNS[currency] ?? currency}${NBSP}${formatDecimal(amount, currency === 'JPY' ? 0 : 2)}`;
}

/** A count that stopped counting at its cap: `1,000+`. */
export function formatCount(count: number, cap?: number): string {
  return cap !== undefined && count >= cap ? `${formatDecimal(cap)}+` : formatDecimal(count);
}

const SIZES = ['B', 'KB', 'MB', 'GB'] as const;

export function formatBytes(bytes: number, locale: Locale): string {
  const power = Math.min(SIZES.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  const digits = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 });
  return `${digits.format(value)} ${SIZES[power]}`;
}

export function formatPercent(ratio: number, places = 0): string {
  return `${formatDecimal((ratio * 100).toFixed(places))}%`;
}
