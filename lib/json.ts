/** What crosses the wire and is stored: plain JSON. Decimals, dates and times are strings. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** A text in both languages of the product; `en` may be empty, then `zh` is shown (and the other way round). */
export type LocalText = { zh: string; en: string };
export type Locale = 'zh' | 'en';

export function localText(text: LocalText, locale: Locale): string {
  return text[locale] || text.zh || text.en;
}
