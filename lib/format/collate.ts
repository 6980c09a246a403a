import type { Locale } from '../json';

const collators: Record<Locale, Intl.Collator> = {
  zh: new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true, sensitivity: 'base' }),
};

/** Compares as the language sorts: Chinese by pinyin, numbers in a text by their value. */
export function compareText(a: string, b: string, locale: Locale): number {
  return collators[locale].compare(a, b);
}

/** A sorted copy. */
export function sortByText<T>(items: readonly T[], text: (item: T) => string, locale: Locale): T[] {
  return items.toSorted((a, b) => compareText(text(a), text(b), locale));
}
