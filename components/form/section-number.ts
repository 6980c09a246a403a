import type { Locale } from '@/lib/json';

const DIGITS = '零一二三四五六七八九';

/** 一、二 … 十一 in Chinese, 1, 2 … 11 in English; counted from 0. */
export function sectionNumber(index: number, locale: Locale): string {
  const number = index + 1;
  if (locale === 'en' || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
