import { compare, isDecimalString, round, scaleOf } from '@/lib/decimal';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const GROUPS = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];
const LIMIT = '9999999999999999.99';

/**
 * An amount in words, as on an English cheque: `86400.50` → `eighty-six thousand four hundred and 50/100`.
 * `null` where the Chinese capitals of the same amount would not exist either.
 */
export function toEnglishWords(amount: string): string | null {
  if (!isDecimalString(amount) || scaleOf(amount) > 2) return null;
  const negative = amount.startsWith('-');
  const magnitude = round(negative ? amount.slice(1) : amount, 2);
  if (compare(magnitude, LIMIT) > 0) return null;
  const [whole = '0', cents = '00'] = magnitude.split('.');
  return `${negative ? 'minus ' : ''}${wholeNumber(whole)}${cents === '00' ? '' : ` and ${cents}/100`}`;
}

// helpers //////////////////////

/** Reads by groups of three digits, the highest first. */
function wholeNumber(digits: string): string {
  const words: string[] = [];
  for (let group = Math.ceil(digits.length / 3) - 1; group >= 0; group--) {
    const end = digits.length - group * 3;
    const value = Number(digits.slice(Math.max(0, end - 3), end));
    if (value > 0) words.push(belowThousand(value), GROUPS[group] ?? '');
  }
  return words.filter(Boolean).join(' ') || 'zero';
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  return [hundreds > 0 ? `${SMALL[hundreds]} hundred` : '', rest > 0 ? belowHundred(rest) : ''].filter(Boolean).join(' ');
}

function belowHundred(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  const ones = value % 10;
  return (TENS[Math.floor(value / 10)] ?? '') + (ones > 0 ? `-${SMALL[ones]}` : '');
}
