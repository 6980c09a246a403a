import { formatDecimal, round, scaleOf } from '@/lib/decimal';
import { findCurrency } from './currency';

const NO_BREAK_SPACE = '\u00a0';

/**
 * `¥ 1,534.00` with a no-break space, so that sign and number stay on one line.
 * The currency's decimals are filled up; digits beyond them are shown, never rounded away.
 */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const known = findCurrency(currency);
  const scale = Math.max(known?.scale ?? 0, scaleOf(amount));
  const text = formatDecimal(round(amount, scale), locale);
  const symbol = known?.symbol ?? currency;
  return text.startsWith('-') ? `-${symbol}${NO_BREAK_SPACE}${text.slice(1)}` : `${symbol}${NO_BREAK_SPACE}${text}`;
}
