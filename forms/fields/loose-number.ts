import { isDecimalString, mul } from '@/lib/decimal';

/** What people and spreadsheets write for numbers: full-width digits, grouping, currency signs, brackets for negative ones. */
const SIGNS = /^(?:CNY|RMB|USD|EUR|HKD|GBP|JPY|HK\$|US\$|[¥￥$€£₩₹])?\s*/i;
const UNITS = /\s*(?:元整|元|圆|块)$/;

/**
 * A number as people write it, as a decimal string: `￥1，234．50` → `1234.50`, `(12)` → `-12`. Null when it is none.
 * Digits are kept exactly: no float is involved.
 */
export function readLooseNumber(source: string): string | null {
  let text = source
    .normalize('NFKC')
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/[−﹣–]/g, '-')
    .replace(/。/g, '.');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) {
    negative = true;
    text = bracketed[1] ?? '';
  }
  text = text.replace(UNITS, '');
  const sign = /^[+-]/.exec(text);
  if (sign) {
    if (sign[0] === '-') negative = !negative;
    text = text.slice(1);
  }
  text = text.replace(SIGNS, '');
  if (text.startsWith('-')) {
    negative = !negative;
    text = text.slice(1);
  }
  text = withoutGrouping(text);
  text = text
    .replace(/^\./, '0.')
    .replace(/\.$/, '')
    .replace(/^0+(?=\d)/, '');
  const plain = negative && !/^0(?:\.0*)?$/.test(text) ? `-${text}` : text;
  return isDecimalString(plain) ? plain : null;
}

/** `12.5%` as `0.125`; without the sign it is per cent too, because that is what the field shows. */
export function readLoosePercent(source: string): string | null {
  const number = readLooseNumber(source.normalize('NFKC').replace(/%\s*$/, ''));
  return number === null ? null : shiftLeft(number);
}

/** A fraction as per cent, and per cent as a fraction: the point moves by two, no digit is lost. */
export function toPercent(fraction: string): string {
  return trimZeros(mul(fraction, '100'));
}

function shiftLeft(percent: string): string {
  return trimZeros(mul(percent, '0.01'));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Commas count as grouping where they stand in threes (or, as Chinese ledgers may, in fours); one that does not is an error, not a point. */
function withoutGrouping(text: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) || /^\d{1,4}(?:,\d{4})+(?:\.\d*)?$/.test(text)) return text.replaceAll(',', '');
  return text;
}
