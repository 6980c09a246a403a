import type { Json } from './json';

/** What Postgres keeps in no text: NUL, and half characters. */
const unstorable = /[\u0000\ud800-\udfff]/gu;

/** A text from outside as it can be stored: cut to this many characters, with U+FFFD for what cannot be kept. */
export function storable(text: string, limit: number): string {
  return text.slice(0, limit).replace(unstorable, '\ufffd');
}

/** Whether a value from outside can be stored as it is: every text in it, and every key. */
export function isStorable(value: Json): boolean {
  if (typeof value === 'string') return value.search(unstorable) < 0;
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value) ? value.every(isStorable) : Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}
