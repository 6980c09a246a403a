import { compare, isDecimalString, round, scaleOf } from '@/lib/decimal';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const LIMIT = '9999999999999999.99';

/**
 * An amount in the capitals of Chinese cheques and contracts: `86400.00` → `捌万陆仟肆佰元整`.
 * `null` when it cannot be written exactly: not a decimal string, digits below 分, or 10^16 and more.
 * 整 closes every amount without 分, which leaves no room to add any.
 */
export function toChineseCapitals(amount: string): string | null {
  if (!isDecimalString(amount) || scaleOf(amount) > 2) return null;
  const negative = amount.startsWith('-');
  const magnitude = round(negative ? amount.slice(1) : amount, 2);
  if (compare(magnitude, LIMIT) > 0) return null;
  const [whole = '0', cents = '00'] = magnitude.split('.');
  return (negative ? '负' : '') + yuanAndCents(whole, cents);
}

function yuanAndCents(whole: string, cents: string): string {
  const yuan = whole === '0' ? '' : `${wholeNumber(whole)}元`;
  if (cents === '00') return `${yuan === '' ? '零元' : yuan}整`;
  const [jiao = '0', fen = '0'] = cents;
  const gap = jiao === '0' && yuan !== '' ? '零' : '';
  const jiaoText = jiao === '0' ? '' : `${digit(jiao)}角`;
  const fenText = fen === '0' ? '整' : `${digit(fen)}分`;
  return yuan + gap + jiaoText + fenText;
}

const digit = (character: string): string => DIGITS.charAt(Number(character));

/** Reads by groups: 亿 splits the number, then 万, so that 10^12 is 壹万亿. */
function wholeNumber(digits: string): string {
  if (digits.length > 8) return join(wholeNumber(digits.slice(0, -8)), '亿', digits.slice(-8), 8);
  if (digits.length > 4) return join(wholeNumber(digits.slice(0, -4)), '万', digits.slice(-4), 4);
  return belowTenThousand(digits);
}

function join(high: string, unit: string, rest: string, width: number): string {
  const trimmed = rest.replace(/^0+/, '');
  if (trimmed === '') return high + unit;
  return `${high}${unit}${trimmed.length < width ? '零' : ''}${wholeNumber(trimmed)}`;
}

function belowTenThousand(digits: string): string {
  let text = '';
  let zeros = false;
  for (const [index, character] of [...digits].entries()) {
    if (character === '0') {
      zeros = true;
      continue;
    }
    text += (zeros && text !== '' ? '零' : '') + digit(character) + PLACES[digits.length - 1 - index];
    zeros = false;
  }
  return text;
}
